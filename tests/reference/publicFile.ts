/** A file of public/, from the test's server. */
export async function publicFile(path: string): Promise<Uint8Array> {
  const response = await fetch(`/${path}`);
  return new Uint8Array(await response.arrayBuffer());
}
