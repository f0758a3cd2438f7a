/** A file of public/, in Node from the disk and in a browser from the test's server. */
export async function publicFile(path: string): Promise<Uint8Array> {
  if (typeof window !== 'undefined') {
    const response = await fetch(`/${path}`);
    return new Uint8Array(await response.arrayBuffer());
  }
  const { readFile } = await import('node:fs/promises');
  return readFile(`public/${path}`);
}
