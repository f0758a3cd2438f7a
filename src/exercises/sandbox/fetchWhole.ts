import { concatBytes } from '../../lib/concatBytes.ts';
import { reasonOf } from '../../lib/reasonOf.ts';
import { PythonUnavailable } from './pythonClient.ts';

/** What another try would not change, such as 404. */
class Final extends Error {}

/**
 * A file of this site. Where the network fails, or breaks off in the middle, it is asked for once more.
 * @param what it is, as a sentence begins
 * @param onBytes hears the bytes so far
 * @throws PythonUnavailable when it cannot be had
 */
export async function fetchWhole(
  url: string,
  what: string,
  onBytes?: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const refuse = (error: unknown, tries: string) =>
    new PythonUnavailable(
      `${what} could not be downloaded${tries}: ${reasonOf(error)}.`,
      'Check your network connection and run it again.',
      { cause: error },
    );
  try {
    return await fetchOnce(url, onBytes);
  } catch (error) {
    if (error instanceof Final) throw refuse(error, '');
  }
  try {
    return await fetchOnce(url, onBytes);
  } catch (error) {
    throw refuse(error, ', in two tries');
  }
}

async function fetchOnce(
  url: string,
  onBytes?: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok || !response.body) {
    const Kind = response.status < 500 ? Final : Error;
    throw new Kind(`the server answered ${response.status}`);
  }
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
}
