import { concatBytes } from '../../lib/concatBytes.ts';
import { reasonOf } from '../../lib/reasonOf.ts';
import { PythonUnavailable } from './pythonClient.ts';

/**
 * A file of this site.
 * @param what it is, as a sentence begins
 * @param onBytes hears the bytes so far
 * @throws PythonUnavailable when it cannot be had
 */
export async function fetchWhole(
  url: string,
  what: string,
  onBytes?: (received: number) => void,
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
      onBytes?.(received);
    }
  } catch (error) {
    throw new PythonUnavailable(
      `${what} could not be downloaded: ${reasonOf(error)}.`,
      'Check your network connection and run it again.',
      { cause: error },
    );
  }
}
