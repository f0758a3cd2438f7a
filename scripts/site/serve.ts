import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import { isolation } from '../../src/contract/isolation.ts';

export interface Site {
  /** Ends with a slash. */
  url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  host?: string;
  /** Sent with every answer, by name; those of `isolation` if nothing is said. */
  headers?: Record<string, string>;
}

/**
 * Serves a folder as a static host does: a folder's address without its slash leads to the one with it,
 * an unknown address gets the folder's 404.html. Browsers keep files but ask each time whether they changed.
 * Port 0 takes any free one. Rejects with Node's error (EADDRINUSE, EACCES) when the port cannot be had.
 */
export async function serve(
  folder: string,
  port: number,
  { host = '127.0.0.1', headers = isolation }: ServeOptions = {},
): Promise<Site> {
  const root = path.resolve(folder);
  // `dev` looks at the disk for each request, so that a new build shows without a restart.
  const files = sirv(root, { dev: true, etag: true });
  // Longer than any browser or test lets a connection rest: one that is closed as it is used again fails a request.
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const [address = '/', query] = (request.url ?? '/').split('?', 2);
    if (lacksSlash(root, address)) {
      // Relative, so that it holds under whatever address a proxy gives this server.
      const location = `./${address.split('/').at(-1)}/${query === undefined ? '' : `?${query}`}`;
      response.writeHead(301, { Location: location }).end();
      return;
    }
    files(request, response, () => sendNotFound(root, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function lacksSlash(root: string, address: string): boolean {
  if (address.endsWith('/')) return false;
  try {
    const place = path.join(root, decodeURI(address));
    return place.startsWith(root + path.sep) && statSync(place).isDirectory();
  } catch {
    return false;
  }
}

function sendNotFound(root: string, response: ServerResponse): void {
  response.statusCode = 404;
  const page = path.join(root, '404.html');
  if (!existsSync(page)) {
    response.setHeader('Content-Type', 'text/plain').end('Not found');
    return;
  }
  response.setHeader('Content-Type', 'text/html;charset=utf-8');
  createReadStream(page).pipe(response);
}
