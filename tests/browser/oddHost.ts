import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

interface Habits {
  /** Sent with every answer. */
  headers?: Record<string, string>;
  /** How a file is packed, by its path from the site's root on. */
  packs?: (file: string) => 'gzip' | 'br' | undefined;
  /** Changes a page before it is sent. */
  rewrite?: (html: string) => string;
}

const types: Record<string, string> = {
  ...{
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.wasm': 'application/wasm',
  },
  ...{ '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' },
};

const pack = {
  gzip: (body: Buffer) => gzipSync(body, { level: 1 }),
  br: (body: Buffer) =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

/** Serves the built site, until the test ends, as a host with habits of its own does. Returns its address. */
export async function serveOddly({
  headers = {},
  packs = () => undefined,
  rewrite = (html) => html,
}: Habits): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    readFile(path.join('dist', file)).then(
      (content) => {
        const isPage = file.endsWith('.html');
        const body = isPage ? Buffer.from(rewrite(content.toString())) : content;
        const encoding = packs(file);
        const sent = encoding ? pack[encoding](body) : body;
        response.writeHead(200, {
          ...{ 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' },
          ...{ 'Content-Length': sent.length, ...(encoding && { 'Content-Encoding': encoding }) },
          ...headers,
        });
        response.end(sent);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}
