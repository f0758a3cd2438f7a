/**
 * What is kept of an answer, or nothing where it is no file: some hosts answer an unknown address with a page and
 * status 200. Its body is unpacked, so headers that tell of the packed one would be wrong; and a copy may be shown as
 * a page even if its address led here from another.
 */
export function storable(url: string, response: Response): Response | null {
  if (response.status !== 200) return null;
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') === true;
  if (isPage !== /\/$|\.html$/.test(new URL(url).pathname)) return null;
  const headers = new Headers(response.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(response.body, { status: 200, headers });
}
