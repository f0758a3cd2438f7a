import { isolation } from '../../contract/isolation.ts';

/**
 * An answer with the headers that isolate a page, where the host sends none: pages and the scripts of workers need them.
 * Whatever else a page of this site loads from this site does not, and stays as it came, so that the browser keeps what
 * it has compiled.
 */
export function isolate(
  { mode, destination }: Pick<Request, 'mode' | 'destination'>,
  response: Response,
): Response {
  const isPage = mode === 'navigate';
  if (!isPage && destination !== 'worker') return response;
  if (!canBeRebuilt(response) || (isPage && rulesScripts(response))) return response;
  const lacking = Object.entries(isolation).filter(([name]) => !response.headers.has(name));
  if (lacking.length === 0) return response;
  const { body, status, statusText } = response;
  const headers = new Headers([...response.headers, ...lacking]);
  return new Response(body, { status, statusText, headers });
}

/** What leads elsewhere, or came from there, would lose its address, and an answer of another site its secrecy. */
function canBeRebuilt({ type, redirected }: Response): boolean {
  return !redirected && (type === 'basic' || type === 'default');
}

/**
 * Where the host's own policy does not know the script of Python's frame (exercises/sandbox), the frame loads it by its
 * address, which an isolated page lets it only if the host sends the headers with it. Such a host can.
 */
function rulesScripts({ headers }: Response): boolean {
  return /\b(default|script)-src/.test(headers.get('Content-Security-Policy') ?? '');
}
