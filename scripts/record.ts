import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RunRecord } from '../src/contract/runRecord.ts';
import { launch, openLab, trainInLab } from './browsers/lab.ts';
import { prepareCifar10 } from './cifar10/cifar10.ts';
import { serve } from './site/serve.ts';
import { buildSiteIfStale } from './site/siteBuild.ts';

/**
 * Records a run for the book with the engine readers have, through the built page:
 * `npm run record -- NAME QUERY`, such as `degradation-small "preset=small&seed=1"`.
 */
const [name, query = ''] = process.argv.slice(2);
if (!name) throw new Error('Say the name of the recording: npm run record -- NAME [QUERY]');

await prepareCifar10();
await buildSiteIfStale();
const { url, close } = await serve('dist', 0);
const browser = await launch();
try {
  console.log(`Recording ${name} …`);
  const record = await trainInLab(await openLab(browser, url, query));
  const gpu = record.engine.backend === 'webgl' ? '' : ', no GPU';
  record.engine.device += ` (Chromium ${browser.version().split('.')[0]}, ${os.cpus().length} cores${gpu})`;
  const file = path.join('content/runs', `${name}.json`);
  await mkdir('content/runs', { recursive: true });
  await writeFile(file, `${JSON.stringify(roundErrors(record))}\n`);
  console.log(`Wrote ${file}: ${record.step} steps, ${Math.round(record.trainingMs / 1000)} s.`);
} finally {
  await browser.close();
  await close();
}

/** Seven digits hold a share of 64 or 128 pictures exactly; what else a float32 ends in is noise. */
function roundErrors(record: RunRecord): RunRecord {
  const round = (error: number) => Number(error.toFixed(7));
  const networks = record.networks.map((network) => ({
    ...network,
    trainErrors: network.trainErrors.map(round),
    testErrors: network.testErrors.map(({ step, error }) => ({ step, error: round(error) })),
  }));
  return { ...record, trainingMs: Math.round(record.trainingMs), networks };
}
