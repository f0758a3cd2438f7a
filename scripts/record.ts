import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ExperimentRecord } from '../src/contract/experimentRecord.ts';
import { launch, openFigure, runFigure } from './browsers/figures.ts';
import { prepareCifar10 } from './cifar10/cifar10.ts';
import { recordAgreement } from './record/recordAgreement.ts';
import { recordCopying } from './record/recordCopying.ts';
import { every, faultyRuns } from './record/faultyRuns.ts';
import { recordRuns } from './record/recordRuns.ts';
import { recordTwoStreams } from './record/twoStreams/recordTwoStreams.ts';
import * as reference from './record/referenceRuns.ts';
import { figures } from './site/placedFigures.ts';
import { serve } from './site/serve.ts';
import { buildSiteIfStale } from './site/siteBuild.ts';

/**
 * Records runs for the book with the engine readers have. A figure's is made through the built page, by the figure's
 * name, such as `npm run record -- learn-to-copy "blocks=2"`. Five are made in Node: those that the lab opens on
 * (`npm run record -- degradation`, half an hour of one core or more), those that an exercise has diagnosed
 * (`-- faults`, a few minutes), the small transformer's five seeds with its weights (`-- agreement`, two minutes), the
 * networks whose streams are compared (`-- two-streams`, ten minutes) and the cover's (`-- copying`).
 */
const [name, query = ''] = process.argv.slice(2);
if (!name) throw new Error('Give the recording a name: npm run record -- NAME [QUERY]');

await prepareCifar10();
await mkdir('content/runs', { recursive: true });
console.log(`Recording ${name} …`);
const file = path.join('content/runs', name);
const inNode: Record<string, () => Promise<void>> = {
  agreement: () => recordAgreement(file),
  copying: () => recordCopying(file),
  faults: () => recordRuns(`${file}.json`, faultyRuns, every),
  'two-streams': () => recordTwoStreams(`${file}.json`),
  degradation: () => recordRuns(`${file}.json`, reference.referenceRuns, reference.every),
};
await (inNode[name]?.() ?? recordFigure(name, `${file}.json`));
console.log(`Wrote ${file}.`);

async function recordFigure(name: string, file: string): Promise<void> {
  await buildSiteIfStale();
  const { url, close } = await serve('dist', 0);
  const browser = await launch();
  try {
    const place = figures.find((figure) => figure.name === name);
    if (!place) throw new Error(`No lesson has a figure called ${name}.`);
    const { page, figure } = await openFigure(browser, url, { ...place, query });
    const record = (await runFigure(page, figure)) as ExperimentRecord;
    const gpu = record.engine.backend === 'webgl' ? '' : ', no GPU';
    record.engine.device += ` (Chromium ${browser.version().split('.')[0]}, ${os.cpus().length} cores${gpu})`;
    await writeFile(
      file,
      `${JSON.stringify(record)}
`,
    );
  } finally {
    await browser.close();
    await close();
  }
}
