import type { PythonParts } from '../../contract/pythonFrame.ts';
import { concatBytes } from '../../lib/concatBytes.ts';
import { reasonOf } from '../../lib/reasonOf.ts';
import { PythonUnavailable } from './pythonClient.ts';

/** A file of the site and its size. */
export interface Part {
  url: string;
  bytes: number;
}

export type PartName = 'interpreter' | 'worker' | 'python' | 'library' | 'tensors' | 'kernels';

/**
 * Downloads what Python is made of. The browser keeps the files, as it does pictures: another page has them at once.
 * @param onBytes hears the bytes so far and those of all files
 * @throws PythonUnavailable when a file cannot be had
 */
export async function fetchParts(
  parts: Record<PartName, Part>,
  onBytes: (received: number, total: number) => void,
): Promise<PythonParts> {
  const received = new Map<PartName, number>();
  const total = Object.values(parts).reduce((sum, { bytes }) => sum + bytes, 0);
  const fetchPart = async (name: PartName) => {
    const bytes = await fetchWhole(parts[name], (so) => {
      received.set(name, so);
      onBytes(
        [...received.values()].reduce((sum, each) => sum + each, 0),
        total,
      );
    });
    return bytes.buffer;
  };
  const [interpreter, worker, python, library, tensors, kernels] = await Promise.all([
    fetchPart('interpreter'),
    fetchPart('worker'),
    fetchPart('python'),
    fetchPart('library'),
    fetchPart('tensors'),
    fetchPart('kernels'),
  ]);
  return {
    scripts: [interpreter, new TextEncoder().encode('\n;').buffer, worker],
    python,
    files: { library, tensors, kernels },
  };
}

async function fetchWhole(
  { url }: Part,
  onBytes: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
    const chunks: Uint8Array[] = [];
    let received = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concatBytes(chunks) as Uint8Array<ArrayBuffer>;
      chunks.push(value);
      received += value.length;
      onBytes(received);
    }
  } catch (error) {
    throw new PythonUnavailable(
      `Python could not be downloaded: ${reasonOf(error)}.`,
      'Check your network connection and run it again.',
      { cause: error },
    );
  }
}
