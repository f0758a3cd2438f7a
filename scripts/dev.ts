import path from 'node:path';
import { createServer } from 'vite';
import { prepareCifar10 } from './cifar10/cifar10.ts';
import { readPort } from './site/port.ts';

/** `npm run dev`: prepares the data and serves the sources with hot reloading. */
await prepareCifar10();
const server = await createServer({
  root: path.resolve(import.meta.dirname, '..'),
  server: { port: readPort(5173), strictPort: Boolean(process.env['PORT']) },
});
await server.listen();
server.printUrls();
