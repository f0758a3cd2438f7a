import { expect, test } from 'vitest';
import { sendThrough, type Flow } from '../../../src/widgets/shape-workshop/flow.ts';
import {
  findBlockProblem,
  presets,
  type BlockSettings,
  type ShortcutOption,
} from '../../../src/widgets/shape-workshop/block.ts';
import { takeaway } from '../../../src/widgets/shape-workshop/describe.ts';
import cases from '../../reference/shapes.json';

type Numbers = number[];

const convolution = ([inChannels, outChannels, kernel, stride, padding]: Numbers) =>
  ({ inChannels, outChannels, kernel, stride, padding }) as BlockSettings['conv1'];

test('shapes, errors and parameters are those of PyTorch', () => {
  for (const { size, channels, conv1, conv2, option, projection, ...expected } of cases) {
    const { steps, failsAt, parameters } = sendThrough({
      size,
      channels,
      conv1: convolution(conv1),
      conv2: convolution(conv2),
      option: option as ShortcutOption,
      projection: convolution(projection),
    });
    const error = failsAt && steps[failsAt].error;
    const found = error ? { parameters, error } : { parameters, shape: steps.sum.shape };
    expect(found).toEqual(expected);
  }
  const messages = cases.map(({ error = 'none' }) => error.replaceAll(/\d+/g, '#'));
  expect(new Set(messages).size).toBe(4);
});

const of = (id: string) => presets.find((preset) => preset.id === id)!.settings;

test('option B projects only where the shape changes', () => {
  expect(sendThrough({ ...of('identity-block'), option: 'B' }).shortcutIs).toBe('identity');
  expect(sendThrough({ ...of('identity-block'), option: 'C' }).shortcutIs).toBe('projection');
  expect(sendThrough(of('downsampling')).shortcutIs).toBe('projection');
});

const broken: [string, BlockSettings, (settings: BlockSettings) => BlockSettings][] = [
  ['forgotten projection', of('forgotten-projection'), (s) => ({ ...s, option: 'A' })],
  ['forgotten projection', of('forgotten-projection'), (s) => ({ ...s, option: 'B' })],
  [
    'a shortcut without its stride',
    { ...of('downsampling'), projection: { ...of('downsampling').projection, stride: 1 } },
    (s) => ({ ...s, projection: { ...s.projection, stride: 2 } }),
  ],
  [
    'conv2 for other channels',
    of('unchanged-conv2'),
    (s) => ({ ...s, conv2: { ...s.conv2, inChannels: 128 } }),
  ],
  [
    'no padding',
    { ...of('identity-block'), conv1: { ...of('identity-block').conv1, padding: 0 } },
    (s) => ({ ...s, conv1: { ...s.conv1, padding: 1 } }),
  ],
];

test.each(broken)('%s: the error goes when the advice is followed', (_, settings, mend) => {
  const before = sendThrough(settings);
  expect(before.failsAt).toBeDefined();
  expect(takeaway(settings, before)).toMatch(/^What to change: /);
  const after: Flow = sendThrough(mend(settings));
  expect(after.steps[before.failsAt!].error).toBeUndefined();
});

test('a number out of bounds is named with its place', () => {
  expect(findBlockProblem({ ...of('downsampling'), size: 600 })).toBe(
    'Input: Height and width must be a whole number from 1 to 512.',
  );
  const conv2 = { ...of('downsampling').conv2, stride: NaN };
  expect(findBlockProblem({ ...of('downsampling'), conv2 })).toMatch(/^conv2: Stride/);
  const projection = { ...of('downsampling').projection, kernel: 0 };
  expect(findBlockProblem({ ...of('downsampling'), option: 'A', projection })).toBeUndefined();
  expect(findBlockProblem({ ...of('downsampling'), option: 'C', projection })).toBeDefined();
});
