import path from 'node:path';
import { prepareCifar10 } from './cifar10/cifar10.ts';
import { explainPort, readPort } from './site/port.ts';
import { serve } from './site/serve.ts';
import { buildSiteIfStale } from './site/siteBuild.ts';

/** `npm start`: prepares the data, builds what is stale, serves the built chapter. */
const dist = path.resolve(import.meta.dirname, '../dist');
const host = process.env['HOST'] || '127.0.0.1';
let port = 4173;
try {
  port = readPort(port);
  // Before the slow parts: a port that is in use is reported at once.
  await (await serve(dist, port, { host })).close();
  await prepareCifar10();
  await buildSiteIfStale();
  const { url } = await serve(dist, port, { host });
  console.log('The chapter is ready (press Ctrl+C to stop):');
  console.log(url);
} catch (error) {
  console.error(explainPort(error, port) ?? (error instanceof Error ? error.message : error));
  process.exitCode = 1;
}
