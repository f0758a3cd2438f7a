import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import type { ExperimentRecord } from '../../src/contract/experimentRecord.ts';
import type { Experiment, Finding } from '../../src/contract/experiments.ts';
import { experiment } from '../../src/experiments/experiment.ts';
import { createToyNetworkSource } from '../../src/experiments/sycophancy/toyNetworkSource.ts';
import { createPictureSource } from '../../src/experiments/pictures.ts';
import { writeRecord } from '../../src/figure/live/recording.ts';
import { baseUrl, hasNoPictures, servePreparedSite } from '../data/preparedSite.ts';

interface Run {
  experiment: (settings: object) => Experiment;
  initial: (settings: object, previous: null) => unknown;
  reduce: (result: unknown, finding: Finding) => unknown;
  kept?: (result: unknown) => unknown;
}

/** Findings after which a repetition ends, where the whole run takes long: what it has found by then begins the recording. */
const enough: Record<string, number> = { 'agreement-training': 8 };

const runs = import.meta.glob<Run>('../../src/widgets/*/run.ts');
const folder = path.resolve(import.meta.dirname, '../../content/runs');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const recordings = files.flatMap((file) => {
  const record = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as ExperimentRecord;
  return file === `${record.figure}.json` ? [record] : [];
});

/** Nothing may differ: WebAssembly computes the same bits on every processor. */
describe.skipIf(hasNoPictures)('what a figure opens on', () => {
  beforeAll(async () => {
    servePreparedSite();
    await startNodeEngine();
    // Figures take addresses from the page that they stand on; the engine would take it for a browser.
    const page = { documentElement: { dataset: { root: './' } }, baseURI: baseUrl };
    vi.stubGlobal('document', page);
  });
  afterAll(() => void vi.unstubAllGlobals());

  test.each(recordings)('$figure repeats from its own JSON', async (record) => {
    expect(record.engine.backend).toBe('wasm');
    const run = await runs[`../../src/widgets/${record.figure}/run.ts`]!();
    const pretrained = { network: vi.fn(), photographs: vi.fn() };
    const toyNetworks = createToyNetworkSource();
    const sources = { pictures: createPictureSource(baseUrl), pretrained, toyNetworks };
    let result = run.initial(record.settings, null);
    let findings = 0;
    for await (const finding of experiment(run.experiment(record.settings), sources)) {
      result = run.reduce(result, finding);
      if (++findings === enough[record.figure]) break;
    }
    const { result: repeated } = JSON.parse(
      writeRecord({ ...record, result: run.kept?.(result) ?? result }),
    ) as ExperimentRecord;
    const wanted = record.figure in enough ? beginning(record.result, repeated) : record.result;
    expect(repeated, `other digits by intent? npm run record -- ${record.figure}`).toEqual(wanted);
  });
});

/** As much of each list as there is in what was found by then, which is something. */
function beginning(whole: unknown, found: unknown): unknown {
  if (typeof whole !== 'object' || typeof found !== 'object' || !whole || !found) return whole;
  if (!Array.isArray(whole))
    return Object.fromEntries(
      Object.entries(whole).map(([name, part]) => [
        name,
        beginning(part, (found as Record<string, unknown>)[name]),
      ]),
    );
  const { length } = found as unknown[];
  expect(length).toBeGreaterThan(0);
  return whole.slice(0, length);
}
