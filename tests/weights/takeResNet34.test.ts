import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resnet34Shapes } from '../../src/weights/resnet34Shapes.ts';
import { takeResNet34 } from '../../src/weights/takeResNet34.ts';
import { thrownBy } from './thrownBy.ts';

type Shapes = Record<string, number[]>;

const stateOf = (shapes: Shapes) =>
  Object.fromEntries(
    Object.entries(shapes).map(([key, shape]) => [key, { shape, data: new Float32Array(1) }]),
  );
const whole = resnet34Shapes(10);
/** Some of the shapes, by their keys. */
const only = (keep: (key: string) => boolean, shapes: Shapes = whole): Shapes =>
  Object.fromEntries(Object.entries(shapes).filter(([key]) => keep(key)));
/** Blocks of so many convolutions in each stage, and nothing of their shapes. */
const blocks = (counts: number[], convolutions: number, width = 64, perGroup = width): Shapes => ({
  'conv1.weight': [64, 3, 7, 7],
  ...Object.fromEntries(
    counts.flatMap((count, stage) =>
      Array.from({ length: count * convolutions }, (_, i) => [
        `layer${stage + 1}.${Math.floor(i / convolutions)}.conv${1 + (i % convolutions)}.weight`,
        [width, perGroup, 3, 3],
      ]),
    ),
  ),
});

test('the shapes are those of torchvision’s resnet34', () => {
  const url = new URL('../reference/checkpoints/resnet34-shapes.json', import.meta.url);
  const theirs = JSON.parse(readFileSync(url, 'utf8')) as Shapes;
  const wanted = only((key) => !key.endsWith('num_batches_tracked'), theirs);
  expect({ ...resnet34Shapes(1000) }).toEqual(wanted);
});

test('a ResNet-34 of any number of classes is taken, and a lone number beside it is left', () => {
  const taken = takeResNet34(stateOf({ ...whole, best_acc1: [] }), 'mine.pth');
  expect(taken.classes).toBe(10);
  expect(Object.keys(taken.state)).toEqual(Object.keys(whole));
});

test('what is no layer is passed over and named', () => {
  const { notes } = takeResNet34(
    stateOf({ ...whole, 'criterion.weight': [10], mean: [1, 3, 1, 1], std: [1, 3, 1, 1] }),
    'mine.pth',
  );
  expect(notes).toEqual(['Passed over: "criterion.weight", "mean", "std".']);
});

const first = (shape: number[]) => ({ ...whole, 'conv1.weight': shape });
test.each<[what: string, shapes: Shapes, says: RegExp]>([
  ['a ResNet-18', blocks([2, 2, 2, 2], 2), /^net\.pth holds a ResNet-18\.$/],
  ['a ResNet-50', blocks([3, 4, 6, 3], 3), /holds a ResNet-50\.$/],
  ['a ResNet-101', blocks([3, 4, 23, 3], 3), /holds a ResNet-101\.$/],
  ['a Wide ResNet-50', blocks([3, 4, 6, 3], 3, 128), /holds a Wide ResNet-50\.$/],
  ['a ResNeXt', blocks([3, 4, 6, 3], 3, 128, 4), /ResNeXt with the blocks of a ResNet-50\.$/],
  ['a ResNet-20', blocks([3, 3, 3], 2), /network with 3, 3, 3 blocks in its 3 stages, where/],
  ['CIFAR-10’s ResNet-34', first([64, 3, 3, 3]), /first convolution is 3×3, not 7×7\.$/],
  ['grey pictures', first([64, 1, 7, 7]), /pictures of 1 channel instead of 3\.$/],
  ['no head', only((key) => !key.startsWith('fc.')), /without a head/],
  [
    'a head of two layers',
    { ...only((key) => !key.startsWith('fc.')), 'fc.0.weight': [9, 512], 'fc.2.weight': [10, 9] },
    /holds a ResNet-34 whose head has several layers, "fc\.0\.weight", "fc\.2\.weight", where/,
  ],
  ['a VGG', { 'features.0.weight': [64, 3, 3, 3] }, /one tensor, such as "features\.0\.weight"/],
  ['no bias', only((key) => key !== 'fc.bias'), /another make\. Missing: "fc\.bias"\.$/],
  ['more', { ...whole, 'se.weight': [4, 4] }, /another make\. Unexpected: "se\.weight"\.$/],
  [
    'other widths',
    { ...whole, 'bn1.bias': [32] },
    /^net\.pth: "bn1\.bias" has the shape \[32\], where a ResNet-34 has \[64\]\.$/,
  ],
])('%s is called by its name', (_, shapes, says) => {
  const error = thrownBy(() => takeResNet34(stateOf(shapes), 'net.pth'));
  expect(error.message).toMatch(says);
  expect(error.remedy).not.toBe('');
});

test('a part of a network is called one', () => {
  const part = stateOf(only((key) => key < 'layer2'));
  const error = thrownBy(() => takeResNet34(part, 'model-00001-of-00002.safetensors'));
  expect(error.message).toBe('model-00001-of-00002.safetensors is part 1 of 2 of a network.');
});
