import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import * as faulty from '../../scripts/record/faultyRuns.ts';
import * as reference from '../../scripts/record/referenceRuns.ts';
import { thin } from '../../scripts/record/thin.ts';
import { trainInNode } from '../../scripts/record/trainInNode.ts';
import { engineVersion } from '../../src/contract/engine.ts';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import { baseUrl, hasNoPictures, servePreparedSite } from '../data/preparedSite.ts';

const read = (name: string) => {
  const file = path.resolve(import.meta.dirname, `../../content/runs/${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as RunRecord[];
};
const recordings = [
  { name: 'degradation', recorded: read('degradation'), wanted: reference.referenceRuns },
  { name: 'faults', recorded: read('faults'), wanted: faulty.faultyRuns },
];

test.each(recordings)('$name holds the runs that would be recorded now, by this engine', (one) => {
  const { recorded, wanted } = one;
  expect(recorded.map(({ config }) => config)).toEqual(wanted);
  for (const { engine } of recorded)
    expect(engine).toMatchObject({ backend: 'wasm', version: engineVersion });
});

/**
 * Nothing may differ. WebAssembly computes the same bits in every engine and on every processor, and the first
 * recorded number is the mean of so many batches' errors. A tolerance would prove little: once one last digit
 * differs, errors are off by several pictures within two steps, as they are for another seed.
 */
describe.skipIf(hasNoPictures)('a recorded run', () => {
  beforeAll(async () => {
    servePreparedSite();
    await startNodeEngine();
  });
  afterAll(() => void vi.unstubAllGlobals());

  const all = recordings.flatMap(({ name, recorded }) =>
    recorded.map((run, place) => [`${name} ${place + 1}`, run] as const),
  );
  test.each(all)('%s repeats', async (_, run) => {
    const { recipe } = run.config;
    const { every } = run;
    // Constant learning rate: the number of steps changes none of them.
    expect(recipe.schedule.decay).toBe('none');
    const config = { ...run.config, recipe: { ...recipe, steps: every } };
    const repeated = thin(await trainInNode(config, baseUrl), every);
    for (const [index, { id, trainErrors, losses, parameters }] of run.networks.entries())
      expect(
        repeated.networks[index],
        `${id}; other digits by intent? npm run record`,
      ).toMatchObject({
        ...{ id, parameters },
        ...{ trainErrors: trainErrors.slice(0, 1), losses: losses.slice(0, 1) },
      });
  });
});
