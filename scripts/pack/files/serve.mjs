// Serves the folder `site` to this computer alone, with nothing but Node. Ctrl+C stops it.
import { spawn } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const site = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../site');
/** @type {Record<string, string>} */
const types = {
  ...{ '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' },
  ...{ '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml' },
  ...{ '.png': 'image/png', '.jpg': 'image/jpeg', '.woff2': 'font/woff2' },
  ...{ '.wasm': 'application/wasm', '.zip': 'application/zip' },
};

// With these a page may compute on several threads.
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const server = createServer((request, response) => {
  const [address = '/', query] = (request.url ?? '/').split('?', 2);
  const found = find(address);
  if (found === 'folder') {
    const rest = query === undefined ? '' : `?${query}`;
    response.writeHead(301, { Location: `./${address.split('/').at(-1)}/${rest}` }).end();
    return;
  }
  const file = found ?? path.join(site, '404.html');
  response.writeHead(found ? 200 : 404, {
    'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
    'Cache-Control': 'no-cache',
    ...isolation,
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
});

/**
 * The file at an address; `folder` where its slash is missing.
 * @param {string} address
 */
function find(address) {
  try {
    const place = path.join(site, decodeURIComponent(address));
    if (place !== site + path.sep && !place.startsWith(site + path.sep)) return undefined;
    if (statSync(place).isFile()) return place;
    if (!address.endsWith('/')) return 'folder';
    const page = path.join(place, 'index.html');
    return statSync(page).isFile() ? page : undefined;
  } catch {
    return undefined;
  }
}

let port = Number(process.env['PORT'] ?? 4173);
const last = port + 9;
server.on('error', (error) => {
  if (port === 0 || port >= last) throw error;
  server.listen(++port, '127.0.0.1');
});
server.on('listening', () => {
  const taken = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  const url = `http://localhost:${taken}/`;
  console.log(`The chapter is at ${url}\nKeep this window open while you read; close it to stop.`);
  if (process.env['NO_BROWSER']) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(opener, [url], { stdio: 'ignore' }).on('error', () => undefined);
});
server.listen(port, '127.0.0.1');
