import { expect, test } from 'vitest';
import type { TracedBlock } from '../../src/contract/tracedBlock.ts';
import { startPython } from './startPython.ts';

const run = await startPython();

const block = `
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch._trace import trace

class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 2, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(2)
        self.shift = torch.ones(2, 1, 1)

    def forward(self, x):
        BODY

print(trace(Block(), [4, 2, 6, 6]))
`;

const traced = (body: string) => run(block.replace('BODY', body.replaceAll('\n', '\n        ')));

test('a block is recorded as its operations, what it does not use left out', () => {
  const printed = traced(
    'F.relu(x)\nout = self.bn(self.conv(x))\nout += x\nreturn F.relu(out) * 2',
  );
  const { input, parameters, steps, output } = JSON.parse(printed) as TracedBlock;
  expect(input).toEqual([4, 2, 6, 6]);
  expect(steps.map((step) => [step.operation, step.inputs])).toEqual([
    ['conv2d', [{ input: true }, { parameter: 'conv.weight' }, null]],
    [
      'batch_norm',
      [
        { step: 0 },
        ...['weight', 'bias', 'running_mean', 'running_var'].map((name) => ({
          parameter: `bn.${name}`,
        })),
      ],
    ],
    ['add', [{ step: 1 }, { input: true }]],
    ['relu', [{ step: 2 }]],
    ['mul', [{ step: 3 }, { parameter: 'constant 7' }]],
  ]);
  expect(steps[0]!.attributes).toMatchObject({ stride: [1, 1], padding: [1, 1] });
  expect(parameters.find(({ name }) => name.startsWith('constant'))?.values).toEqual([2]);
  expect(output).toEqual({ step: 4 });
  const trained = parameters.filter((each) => each.trained).map(({ name }) => name);
  expect(trained).toEqual(['conv.weight', 'bn.weight', 'bn.bias']);
  expect(parameters.find(({ name }) => name === 'bn.weight')).toEqual({
    name: 'bn.weight',
    shape: [2],
    values: [1, 1],
    trained: true,
  });
});

test('running statistics are those from before the pass', () => {
  const { parameters } = JSON.parse(traced('return self.bn(x + 5)')) as TracedBlock;
  expect(parameters.find(({ name }) => name === 'bn.running_mean')!.values).toEqual([0, 0]);
});

test('says what cannot be followed', () => {
  expect(traced('return x + self.shift')).toBe(
    'RuntimeError: add uses a tensor that is neither the input nor a parameter, nor made of these',
  );
  expect(traced('view = x.view(4, 72)\nx += 1\nreturn view')).toBe(
    "RuntimeError: add_ changes a tensor of which there are several views: that can't be followed",
  );
});

test('records nothing after an exception in the block', () => {
  expect(traced('return x.view(7)')).toContain("shape '[7]' is invalid");
  expect(run('import torch\nprint((torch.ones(2) + 1).tolist())')).toBe('[2.0, 2.0]');
});
