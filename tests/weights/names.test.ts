import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTorchvisionNames } from '../../src/weights/names.ts';
import { thrownBy } from './thrownBy.ts';

const shapes = JSON.parse(
  readFileSync(new URL('../reference/checkpoints/resnet34-shapes.json', import.meta.url), 'utf8'),
) as Record<string, number[]>;
const torchvision = Object.keys(shapes);
const state = (keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, { shape: [], data: new Float32Array(1) }]));

test('torchvision’s and timm’s names stay, and lose the prefix of nn.DataParallel', () => {
  expect(Object.keys(withTorchvisionNames(state(torchvision)))).toEqual(torchvision);
  const prefixed = state(torchvision.map((key) => `module.${key}`));
  expect(Object.keys(withTorchvisionNames(prefixed))).toEqual(torchvision);
});

test('the names of microsoft/resnet-34 become torchvision’s, all of them', () => {
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
  names.push('classifier.1.weight', 'classifier.1.bias');
  expect(Object.keys(withTorchvisionNames(state(names)))).toEqual(torchvision);
});

test('two tensors of the same name are an error', () => {
  const error = thrownBy(() => withTorchvisionNames(state(['fc.bias', 'classifier.1.bias'])));
  expect(error.message).toContain('"fc.bias"');
});
