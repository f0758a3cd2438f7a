import { describe, expect, test } from 'vitest';
import { referenceRuns } from '../../../scripts/record/referenceRuns.ts';
import { fromQuery, toQuery } from '../../../src/widgets/degradation-lab/linkState.ts';
import { findPreset, presets } from '../../../src/widgets/degradation-lab/presets.ts';
import {
  defaultSettings,
  downloadMegabytes,
  findProblems,
  settingsOf,
  toRunConfig,
} from '../../../src/widgets/degradation-lab/settings.ts';

describe('problems', () => {
  test('no preset has one', () => {
    for (const preset of presets) {
      expect(findProblems({ ...defaultSettings, ...settingsOf(preset) })).toEqual({});
    }
  });

  test.each([
    [{ depths: [20, 21] }, 'depths', /6n \+ 2 layers, so 21 .* try 20 or 26/],
    [{ depths: [NaN, 20] }, 'depths', /8, 20 or 56/],
    [{ depths: [20, 602] }, 'depths', /do not fit into a browser/],
    [{ kinds: [] }, 'kinds', /plain, residual or both/],
    [{ seed: 1.5 }, 'seed', /whole number/],
    [{ learningRate: 0 }, 'learningRate', /above 0/],
    [{ steps: 3 }, 'steps', /between 10 and 64,000/],
  ])('%o is explained', (part, field, sentence) => {
    const problems: Record<string, string> = findProblems({ ...defaultSettings, ...part });
    expect(problems[field]).toMatch(sentence);
  });
});

test('a run has each kind at each depth, shallow before deep', () => {
  const { networks } = toRunConfig({ ...defaultSettings, depths: [56, 20] });
  expect(networks.map(({ id }) => id)).toEqual([
    'plain-20',
    'plain-56',
    'residual-20',
    'residual-56',
  ]);
});

test('what the book shows as recorded can be trained in the lab', () => {
  const long = { ...defaultSettings, ...settingsOf(findPreset('long')) };
  expect(toRunConfig(long)).toEqual(referenceRuns[0]);
});

test('a link carries the settings there and back, in words a reader can change', () => {
  const settings = {
    ...defaultSettings,
    depths: [8, 110],
    kinds: ['plain' as const],
    seed: 9,
    steps: 77,
  };
  const query = toQuery(settings);
  expect(query).toBe('preset=small&seed=9&depths=8-110&kinds=plain&steps=77');
  expect(fromQuery(new URLSearchParams(query), defaultSettings)).toEqual(settings);
});

test('a link that names a preset means all of it, but for what else it names', () => {
  const settings = fromQuery(
    new URLSearchParams('preset=tiny&lr=0.5&backend=wasm'),
    defaultSettings,
  );
  expect(settings).toMatchObject({ depths: [8, 32], learningRate: 0.5, backend: 'wasm' });
  expect(toRunConfig(settings)).toMatchObject({
    data: { pictureSize: 10, trainPictures: 10_000, shift: 1 },
    recipe: { batchSize: 64, learningRate: 0.5 },
  });
});

test('a damaged link becomes a problem the lab explains, never a silent default', () => {
  const settings = fromQuery(new URLSearchParams('depths=x-20&seed=abc'), defaultSettings);
  expect(Object.keys(findProblems(settings))).toEqual(['depths', 'seed']);
});

test('the download is told before it starts', () => {
  expect(downloadMegabytes(toRunConfig(defaultSettings))).toBeCloseTo(21 * 3.07);
});
