import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTorchvisionNames } from '../../src/weights/names.ts';
import { readCheckpoint } from '../../src/weights/readCheckpoint.ts';
import { safetensors } from './safetensors/badSafetensors.ts';
import { thrownBy } from './thrownBy.ts';

const shapes = JSON.parse(
  readFileSync(new URL('../reference/checkpoints/resnet34-shapes.json', import.meta.url), 'utf8'),
) as Record<string, number[]>;
const torchvision = Object.keys(shapes);
const state = (keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, { shape: [], data: new Float32Array(1) }]));

const names = (keys: string[]) => Object.keys(withTorchvisionNames(state(keys)).state);

test('torchvision’s and timm’s names stay, and lose the prefix of nn.DataParallel', () => {
  expect(names(torchvision)).toEqual(torchvision);
  expect(names(torchvision.map((key) => `module.${key}`))).toEqual(torchvision);
});

/**
 * In torchvision's order. From modeling_resnet.py of Hugging Face transformers: ResNetForImageClassification
 * has `resnet` (`embedder` with its layer `embedder`, `encoder` with `stages` of `layers`) and `classifier`, a
 * Sequential of Flatten and Linear; a ResNetBasicLayer has `layer`, a Sequential of two ResNetConvLayers, and
 * a `shortcut` where the size changes.
 */
function microsoftNames(): string[] {
  const norm = ['weight', 'bias', 'running_mean', 'running_var', 'num_batches_tracked'];
  const layer = (name: string) => [
    `${name}.convolution.weight`,
    ...norm.map((field) => `${name}.normalization.${field}`),
  ];
  const names = layer('resnet.embedder.embedder');
  [3, 4, 6, 3].forEach((blocks, stage) => {
    for (let block = 0; block < blocks; block++) {
      const name = `resnet.encoder.stages.${stage}.layers.${block}`;
      names.push(...layer(`${name}.layer.0`), ...layer(`${name}.layer.1`));
      if (stage > 0 && block === 0) names.push(...layer(`${name}.shortcut`));
    }
  });
  return [...names, 'classifier.1.weight', 'classifier.1.bias'];
}

test('the names of microsoft/resnet-34 become torchvision’s, all of them', () => {
  expect(names(microsoftNames())).toEqual(torchvision);
});

test('a file of microsoft/resnet-34 holds the tensors of torchvision’s, and its counters are left out', () => {
  const header: Record<string, object> = {};
  let end = 0;
  // Sorted, as the format's own writer does.
  for (const key of microsoftNames().sort()) {
    const isCounter = key.endsWith('num_batches_tracked');
    const begin = end;
    end += isCounter ? 8 : 4;
    const [dtype, shape] = isCounter ? ['I64', []] : ['F32', [1]];
    header[key] = { dtype, shape, data_offsets: [begin, end] };
  }
  const file = safetensors(header, end);
  const read = Object.keys(readCheckpoint(file, 'model.safetensors').state);
  expect(read).toHaveLength(182);
  const wanted = torchvision.filter((key) => !key.endsWith('num_batches_tracked'));
  expect(read.sort()).toEqual(wanted.sort());
});

test.each([
  '_orig_mod.',
  'module._orig_mod.',
  'model.',
  'model.backbone.',
  'model.resnet.encoder.',
])('the prefix %s is taken off', (prefix) => {
  expect(names(torchvision.map((key) => `${prefix}${key}`))).toEqual(torchvision);
});

test.each(['', 'encoder.', 'module.features.'])(
  'the numbers of an nn.Sequential of its children, after %j, become names again',
  (prefix) => {
    const children = 'conv1 bn1 relu maxpool layer1 layer2 layer3 layer4 avgpool fc'.split(' ');
    const numbered = torchvision.map((key) => {
      const [child = '', ...rest] = key.split('.');
      return [`${prefix}${children.indexOf(child)}`, ...rest].join('.');
    });
    expect(names(numbered)).toEqual(torchvision);
  },
);

test('a head beside the backbone, of whatever name, becomes fc by its shape', () => {
  const tensors = Object.fromEntries(
    Object.entries(shapes).map(([key, shape]) => [
      key.startsWith('fc.') ? key.replace('fc.', 'head.classes.') : `backbone.${key}`,
      { shape, data: new Float32Array(1) },
    ]),
  );
  expect(Object.keys(withTorchvisionNames(tensors).state)).toEqual(torchvision);
});

test('the blocks of this chapter, which call the projection shortcut, are torchvision’s', () => {
  const ours = torchvision.map((key) => key.replace('.downsample.', '.shortcut.'));
  expect(names(ours)).toEqual(torchvision);
});

test('of two networks in one dict the average is left, and the reader is told', () => {
  const both = ['ema.', 'model.'].flatMap((prefix) => torchvision.map((key) => `${prefix}${key}`));
  const { state: taken, notes } = withTorchvisionNames(state(both));
  expect(Object.keys(taken)).toEqual(torchvision);
  expect(notes).toEqual(['The file holds 2 networks: taken was "model", not "ema".']);
});

test('two tensors of the same name are an error', () => {
  const error = thrownBy(() => withTorchvisionNames(state(['fc.bias', 'classifier.1.bias'])));
  expect(error.message).toContain('"fc.bias"');
});
