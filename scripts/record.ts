import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launch, openLab, trainInLab } from './browsers/lab.ts';
import { serve } from './site/serve.ts';

/**
 * Records a run for the book with the engine readers have, through the built page:
 * `npx tsx scripts/record.ts NAME QUERY`, such as `degradation-small "preset=small&seed=1"`.
 */
const [name, query = ''] = process.argv.slice(2);
if (!name) throw new Error('Say the name of the recording: npx tsx scripts/record.ts NAME [QUERY]');

const { url, close } = await serve('dist', 0);
const browser = await launch();
const page = await openLab(browser, url, query);
console.log(`Recording ${name} …`);
const record = await trainInLab(page);
const gpu = record.engine.backend === 'webgl' ? '' : ', no GPU';
record.engine.device += ` (Chromium ${browser.version().split('.')[0]}, ${os.cpus().length} cores${gpu})`;

const rounded = JSON.stringify(record, (_, value: unknown) =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
);
const file = path.join('content/runs', `${name}.json`);
await mkdir('content/runs', { recursive: true });
await writeFile(file, `${rounded}\n`);
console.log(`Wrote ${file}: ${record.step} steps, ${Math.round(record.trainingMs / 1000)} s.`);
await browser.close();
await close();
