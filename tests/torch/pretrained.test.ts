import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import { forgetFilters } from '../../src/torch/operations/convolution/filters.ts';
import { givePageNetwork } from './givePageNetwork.ts';
import { startPython } from './startPython.ts';

await startNodeEngine();
const run = await startPython();

test('says what is missing until the page gives its network', () => {
  expect(run('import torchvision\ntorchvision.models.resnet34(weights="DEFAULT")')).toBe(
    "RuntimeError: the weights of resnet34 haven't been loaded into this page",
  );
});

test('the pretrained network knows the photographs, and leaves no tensors of TensorFlow.js', async () => {
  await givePageNetwork();
  const before = tf.memory().numTensors;
  const printed = run(`
import page, torch
from torchvision.models import resnet34, ResNet34_Weights
weights = ResNet34_Weights.DEFAULT
model = resnet34(weights=weights).eval()
with torch.no_grad():
    for name in page.pictures():
        p = model(page.picture(name)).softmax(1)
        best = p.argmax().item()
        print(name, weights.meta['categories'][best], round(p.max().item(), 2))
`);
  // As PIL and PyTorch say of the same weights in half precision: 0.505, 0.874 and 0.647.
  expect(printed.split('\n')).toEqual([
    expect.stringMatching(/^cat Egyptian cat 0\.[45]\d?$/),
    expect.stringMatching(/^coffee espresso 0\.8\d?$/),
    expect.stringMatching(/^rocket obelisk 0\.6\d?$/),
  ]);
  // A network's filters stay, for the next picture.
  forgetFilters();
  expect(tf.memory().numTensors).toBe(before);
});
