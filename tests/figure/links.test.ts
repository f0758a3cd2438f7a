import { expect, test } from 'vitest';
import { fromQuery, toQuery, type Fields } from '../../src/figure/link.ts';
import * as block from '../../src/widgets/block-machine/blockRun.ts';
import * as gradients from '../../src/widgets/gradient-thermometer/gradientRun.ts';
import * as histogram from '../../src/widgets/layer-histogram/histogramRun.ts';
import * as copy from '../../src/widgets/learn-to-copy/copyRun.ts';
import * as paths from '../../src/widgets/paths/settings.ts';
import * as workshop from '../../src/widgets/shape-workshop/linkState.ts';
import {
  findBlockProblem,
  forgottenProjection,
  presets,
} from '../../src/widgets/shape-workshop/settings.ts';

/** A figure's standard settings, others that a reader can choose, and how a link carries them. */
function carry<S extends object>(
  name: string,
  standard: NoInfer<S>,
  other: NoInfer<S>,
  fields: Fields<S>,
) {
  const read = (query: string) => fromQuery(new URLSearchParams(query), standard, fields);
  return { name, standard, other, write: () => toQuery(other, standard, fields), read };
}

const workshopStandard = forgottenProjection.settings;
const figures = [
  carry('learn-to-copy', copy.defaultSettings, { blocks: 16, seed: 7, lastScale: 1 }, copy.fields),
  carry(
    'gradient-thermometer',
    gradients.defaultSettings,
    { depth: 56, batchNorm: false, seed: 3 },
    gradients.fields,
  ),
  carry(
    'block-machine',
    block.defaultSettings,
    { picture: 4, shrinks: 'weights', factor: 0.35 },
    block.fields,
  ),
  carry(
    'layer-histogram',
    histogram.defaultSettings,
    { batchSize: 2, batches: 60, scale: 0.3, offset: -1.7, mode: 'eval' },
    histogram.fields,
  ),
  carry('paths', paths.defaultSettings, { blocks: 54, scale: 0.25 }, paths.fields),
  ...presets
    .filter(({ settings }) => settings !== workshopStandard)
    .map(({ id, settings }) =>
      carry(`shape-workshop, ${id}`, workshopStandard, settings, workshop.fields),
    ),
];

test.each(figures)('$name: a link carries the settings there and back', (figure) => {
  expect(figure.read(figure.write())).toMatchObject(figure.other);
});

test.each(figures)('$name: a damaged link changes nothing', ({ standard, write, read }) => {
  const names = [...new URLSearchParams(write()).keys()];
  for (const value of ['', '-', '--------', 'NaN', '1e9', '%', '__proto__']) {
    const query = new URLSearchParams(names.map((name) => [name, value]));
    expect(read(query.toString())).toEqual(standard);
  }
});

test('shape-workshop: numbers that no block has are read, and explained', () => {
  const { read } = carry('', workshopStandard, workshopStandard, workshop.fields);
  expect(findBlockProblem(read('channels=99999'))).toMatch(/^Input: Channels takes a whole number/);
  expect(findBlockProblem(read('conv1=64-128-0-2-1'))).toMatch(/^conv1: Kernel takes/);
});
