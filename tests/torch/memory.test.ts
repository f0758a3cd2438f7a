import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import { liveBytes } from '../../src/torch/bridge/handles.ts';
import { forgetFilters } from '../../src/torch/operations/convolution/filters.ts';
import { startPython } from './startPython.ts';

await startNodeEngine();
const run = await startPython();

/** Runs a program twice, since the first time things may be kept for good, and says what the second left behind. */
function leftBy(program: string) {
  const collected = `${program}\nimport gc\ngc.collect()\nprint('ran')`;
  expect(run(collected)).toBe('ran');
  forgetFilters();
  const [bytes, tensors] = [liveBytes(), tf.memory().numTensors];
  expect(run(collected)).toBe('ran');
  forgetFilters();
  return { bytes: liveBytes() - bytes, tensors: tf.memory().numTensors - tensors };
}

test('a thousand small operations and their gradients leave nothing behind', () => {
  const program = `import torch
x = torch.ones(8, 8, requires_grad=True)
for _ in range(500):
    y = (x * 2 + x[0]).relu().sum()
    y.backward()
    x.grad = None
    view = x.detach().view(64)
    view[0] += 1`;
  expect(leftBy(program)).toEqual({ bytes: 0, tensors: 0 });
});

test('training a small network leaves nothing behind', () => {
  const program = `import torch
import torch.nn as nn
import torch.nn.functional as F
net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 3))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
seen = []
net[0].register_forward_hook(lambda module, inputs, output: seen.append(output.shape))
for _ in range(10):
    optimizer.zero_grad()
    loss = F.cross_entropy(net(torch.randn(4, 1, 6, 6)), torch.tensor([0, 1, 2, 0]))
    loss.backward()
    optimizer.step()`;
  expect(leftBy(program)).toEqual({ bytes: 0, tensors: 0 });
});

test('an exception in the middle leaves nothing behind', () => {
  const program = `import torch
for _ in range(20):
    try:
        x = torch.ones(3, requires_grad=True) * 2
        x + torch.ones(4)
    except RuntimeError:
        pass`;
  expect(leftBy(program)).toEqual({ bytes: 0, tensors: 0 });
});

test('forward passes of a ResNet-34 leave nothing behind', () => {
  const program = `import torch
from torchvision.models import resnet34
net = resnet34(num_classes=10).eval()
with torch.no_grad():
    for _ in range(3):
        net(torch.zeros(1, 3, 32, 32))`;
  expect(leftBy(program)).toEqual({ bytes: 0, tensors: 0 });
});
