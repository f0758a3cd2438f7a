import { describe, expect, test } from 'vitest';
import { referenceRuns } from '../../../scripts/record/referenceRuns.ts';
import { asInThePaper } from '../../../src/contract/runConfig.ts';
import { fromQuery, toQuery } from '../../../src/widgets/degradation-lab/setup/linkState.ts';
import {
  findPreset,
  presets,
  settingsOf,
} from '../../../src/widgets/degradation-lab/setup/presets.ts';
import {
  defaultSettings,
  settingsOfRun,
} from '../../../src/widgets/degradation-lab/setup/defaults.ts';
import { findProblems } from '../../../src/widgets/degradation-lab/setup/problems.ts';
import { speedOf, stepMs } from '../../../src/widgets/degradation-lab/setup/speed.ts';
import {
  downloadMegabytes,
  toRunConfig,
  type LabSettings,
} from '../../../src/widgets/degradation-lab/setup/settings.ts';

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
  expect(query).toBe('preset=quick&seed=9&depths=8-110&kinds=plain&steps=77');
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

test('a link holds the whole experiment', () => {
  const own: LabSettings = {
    ...{ preset: 'paper', kinds: ['residual'], depths: [20, 110], residual: 'B', batchNorm: true },
    ...{ lastScale: 0, width: 4, pictureSize: 20, trainPictures: 5000, augment: false },
    ...{ steps: 123, batchSize: 32, learningRate: 0.02, warmUp: 10, decay: 'cosine' },
    ...{ weightDecay: 0, seed: 3, seeds: 5, backend: 'wasm' },
  };
  expect(fromQuery(new URLSearchParams(toQuery(own)), defaultSettings)).toEqual(own);
  expect(findProblems(own)).toEqual({});
});

test('the controls can ask for any run again', () => {
  for (const preset of presets) {
    const settings = {
      ...defaultSettings,
      ...settingsOf(preset),
      residual: 'pre-activation',
    } as const;
    const config = toRunConfig(settings);
    expect(toRunConfig(settingsOfRun(config))).toEqual(config);
  }
});

test.each([
  [{ lastScale: 0, batchNorm: false }, /switch batch norm on/],
  [{ lastScale: 0, residual: 'pre-activation' as const }, /no batch norm at its end/],
  [{ lastScale: 3 }, /from 0 to 2/],
])('what the last scale cannot be: %o', (part, sentence) => {
  expect(findProblems({ ...defaultSettings, ...part }).lastScale).toMatch(sentence);
});

test('presets fit the device, within their bounds', () => {
  const [quick, lecture] = [findPreset('quick'), findPreset('lecture')];
  const steps = (preset: typeof quick, msPerMillion: number) =>
    settingsOf(preset, { msPerLayer: 0.1, msPerMillion }).steps;
  expect(steps(quick, 1e-4)).toBe(1500);
  expect(steps(lecture, 0.8)).toBe(300);
  // Ten times slower still, and the networks shrink.
  const slow = settingsOf(quick, { msPerLayer: 0.1, msPerMillion: 2 });
  expect(slow).toMatchObject({ preset: 'quick', depths: [8, 32], pictureSize: 10 });
  const speed = { msPerLayer: 0.1, msPerMillion: 0.05 };
  const fitted = { ...defaultSettings, ...settingsOf(quick, speed) };
  const seconds = (fitted.steps * stepMs(toRunConfig(fitted), speed)) / 1000;
  expect(seconds).toBeGreaterThan(30);
  expect(seconds).toBeLessThanOrEqual(55);
});

test('two measured networks tell what a third takes', () => {
  const speed = { msPerLayer: 0.2, msPerMillion: 0.03 };
  const measured = [
    [8, 16],
    [16, 32],
  ].map(([width = 0, pictureSize = 0]) => {
    const network = { ...asInThePaper, id: '', kind: 'plain' as const, depth: 8, width };
    const config = toRunConfig({ ...defaultSettings, pictureSize, batchSize: 64 });
    const ms = stepMs({ ...config, networks: [network] }, speed);
    return { network, pictureSize, batchSize: 64, ms };
  });
  const found = speedOf(measured[0]!, measured[1]);
  expect(found.msPerLayer).toBeCloseTo(0.2, 9);
  expect(found.msPerMillion).toBeCloseTo(0.03, 9);
});

test('the download is told before it starts', () => {
  expect(downloadMegabytes(toRunConfig(defaultSettings))).toBeCloseTo(21 * 3.07);
});
