import type { PythonParts } from '../../contract/pythonFrame.ts';
import { fetchWhole } from './fetchWhole.ts';

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
    const bytes = await fetchWhole(parts[name].url, 'Python', (so) => {
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
