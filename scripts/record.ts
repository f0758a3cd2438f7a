import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ExperimentRecord } from '../src/contract/experimentRecord.ts';
import type { RunRecord } from '../src/contract/runRecord.ts';
import { launch, openFigure, runFigure } from './browsers/figures.ts';
import { prepareCifar10 } from './cifar10/cifar10.ts';
import { recordCopying } from './record/recordCopying.ts';
import { figures } from './site/placedFigures.ts';
import { serve } from './site/serve.ts';
import { buildSiteIfStale } from './site/siteBuild.ts';

/**
 * Records a run for the book with the engine readers have, through the built page: a figure's by the figure's
 * name, such as `npm run record -- learn-to-copy "blocks=2"`; any other name is a run of the degradation lab,
 * such as `npm run record -- degradation-small "preset=small&seed=1"`. The cover's run, which no figure shows, is
 * recorded in Node: `npm run record -- copying`.
 */
const [name, query = ''] = process.argv.slice(2);
if (!name) throw new Error('Give the recording a name: npm run record -- NAME [QUERY]');

await prepareCifar10();
await mkdir('content/runs', { recursive: true });
console.log(`Recording ${name} …`);
const file = path.join('content/runs', name);
await (name === 'copying' ? recordCopying(file) : recordFigure(name, `${file}.json`));
console.log(`Wrote ${file}.`);

async function recordFigure(name: string, file: string): Promise<void> {
  await buildSiteIfStale();
  const { url, close } = await serve('dist', 0);
  const browser = await launch();
  try {
    const lab = { name: 'degradation-lab', lesson: 'degradation/' };
    const place = figures.find((figure) => figure.name === name) ?? lab;
    const { page, figure } = await openFigure(browser, url, { ...place, query });
    const record = (await runFigure(page, figure)) as RunRecord | ExperimentRecord;
    const gpu = record.engine.backend === 'webgl' ? '' : ', no GPU';
    record.engine.device += ` (Chromium ${browser.version().split('.')[0]}, ${os.cpus().length} cores${gpu})`;
    await writeFile(
      file,
      `${JSON.stringify('networks' in record ? roundErrors(record) : record)}\n`,
    );
  } finally {
    await browser.close();
    await close();
  }
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
