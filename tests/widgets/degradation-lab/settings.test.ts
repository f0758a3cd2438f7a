import { describe, expect, test } from 'vitest';
import { fromQuery, toQuery } from '../../../src/widgets/degradation-lab/linkState.ts';
import { presets } from '../../../src/widgets/degradation-lab/presets.ts';
import {
  defaultSettings,
  downloadMegabytes,
  findProblems,
  toTrainConfig,
} from '../../../src/widgets/degradation-lab/settings.ts';

describe('problems', () => {
  test('no preset has one', () => {
    for (const { settings } of presets) {
      expect(findProblems({ ...defaultSettings, ...settings })).toEqual({});
    }
  });

  test.each([
    [{ depths: [20, 21] }, 'depths', /6n \+ 2 layers, so 21 .* try 20 or 26/],
    [{ depths: [NaN, 20] }, 'depths', /8, 20 or 56/],
    [{ depths: [20, 602] }, 'depths', /do not fit a browser/],
    [{ kinds: [] }, 'kinds', /plain, residual or both/],
    [{ seed: 1.5 }, 'seed', /whole number/],
    [{ learningRate: 0 }, 'learningRate', /above 0/],
    [{ steps: 3 }, 'steps', /10 to 64,000/],
  ])('%o is explained', (part, field, sentence) => {
    const problems: Record<string, string> = findProblems({ ...defaultSettings, ...part });
    expect(problems[field]).toMatch(sentence);
  });
});

test('a run has each kind at each depth, shallow before deep', () => {
  const { networks } = toTrainConfig({ ...defaultSettings, depths: [56, 20] }, 'http://x/');
  expect(networks.map(({ id }) => id)).toEqual([
    'plain-20',
    'plain-56',
    'residual-20',
    'residual-56',
  ]);
});

test('a link carries the settings there and back', () => {
  const settings = {
    ...defaultSettings,
    depths: [8, 110],
    kinds: ['plain' as const],
    seed: 9,
    steps: 77,
  };
  expect(fromQuery(new URLSearchParams(toQuery(settings)), defaultSettings)).toEqual(settings);
});

test('a damaged link becomes a problem the lab explains, never a silent default', () => {
  const settings = fromQuery(new URLSearchParams('depths=x-20&seed=abc'), defaultSettings);
  expect(Object.keys(findProblems(settings))).toEqual(['depths', 'seed']);
});

test('the download is told before it starts', () => {
  expect(downloadMegabytes({ ...defaultSettings, steps: 300, batchSize: 64 })).toBeCloseTo(
    21 * 3.07,
  );
});
