import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import { residualConfigs, seeds } from '../../scripts/record/twoStreams/configs.ts';
import { surveyOf } from '../../scripts/record/twoStreams/measureTransformer.ts';
import { every, trainResidual } from '../../scripts/record/twoStreams/trainResidual.ts';
import { engineVersion } from '../../src/contract/engine.ts';
import { chapterTraining } from '../../src/contract/sycophancy.ts';
import type { TwoStreamsRecord } from '../../src/contract/twoStreamsRecord.ts';
import { openData } from '../../src/training/data.ts';
import { readSafetensors } from '../../src/weights/safetensors/safetensors.ts';
import { baseUrl, hasNoPictures, servePreparedSite } from '../data/preparedSite.ts';

const root = path.resolve(import.meta.dirname, '../..');
const recorded = JSON.parse(
  readFileSync(path.join(root, 'content/runs/two-streams.json'), 'utf8'),
) as TwoStreamsRecord;
/** As a recording keeps them. */
const sixDigits = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === 'number' ? Number(one.toPrecision(6)) : one,
    ),
  ) as unknown;
const again = 'other digits by intent? npm run record -- two-streams';

beforeAll(startNodeEngine, 120_000);

test('the recording holds the networks that would be recorded now, by this engine', () => {
  const { residual, transformers, recipe, data, version } = recorded;
  expect(version).toBe(engineVersion);
  const configs = residual.map(({ network, seed }) => ({
    ...{ networks: [network], recipe: { ...recipe, seed }, data },
    evaluation: { every: recipe.steps, pictures: recorded.pictures },
  }));
  expect(configs).toEqual(residualConfigs);
  expect(transformers.map(({ training }) => training)).toEqual(
    seeds.map((seed) => ({ ...chapterTraining, seed })),
  );
});

test('the chapter’s transformer is measured as it was', async () => {
  const bytes = readFileSync(path.join(root, 'public/models/agreement/model.safetensors'));
  const { training, ...measured } = recorded.transformers[0];
  const survey = await surveyOf(readSafetensors(new Uint8Array(bytes)), training.seed);
  expect(sixDigits(survey), again).toEqual(measured);
});

describe.skipIf(hasNoPictures)('on the prepared pictures', () => {
  beforeAll(servePreparedSite);
  afterAll(() => void vi.unstubAllGlobals());

  const firstOfEach = residualConfigs.filter(({ recipe }) => recipe.seed === seeds[0]);
  test.each(firstOfEach)('$networks.0.id begins as it did', async (config) => {
    const short = { ...config, recipe: { ...config.recipe, steps: every } };
    const { learner, losses } = await trainResidual(
      short,
      await openData(short, { dataUrl: baseUrl }),
    );
    learner.dispose();
    const { losses: before } = recorded.residual.find(
      ({ network, seed }) => network.id === config.networks[0]?.id && seed === seeds[0],
    )!;
    expect(sixDigits(losses), again).toEqual(before.slice(0, 1));
  });
});
