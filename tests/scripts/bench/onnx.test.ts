import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { int, message, text, type Field } from '../../../scripts/bench/onnx/protobuf.ts';
import { resnet34Graph } from '../../../scripts/bench/onnx/resnet34Graph.ts';
import type { StateDict } from '../../../src/contract/stateDict.ts';

const hex = (field: Field) => Buffer.concat(field).toString('hex');

test('fields are encoded as in the examples of the protobuf documentation', () => {
  expect(hex(int(1, 150))).toBe('089601');
  expect(hex(text(2, 'testing'))).toBe('120774657374696e67');
  expect(hex(message(3, int(1, 150)))).toBe('1a03089601');
  expect(hex(int(1, 0))).toBe('0800');
});

test('the graph of ResNet-34 uses every folded tensor once, and nothing before it is computed', () => {
  const shapes = JSON.parse(
    readFileSync('tests/reference/checkpoints/resnet34-shapes.json', 'utf8'),
  ) as Record<string, number[]>;
  const state: StateDict = {};
  for (const [key, shape] of Object.entries(shapes)) {
    state[key] = { shape, data: new Float32Array(key === 'fc.bias' ? 1000 : 1) };
    if (shape.length !== 4) continue;
    state[key.replace('weight', 'bias')] = { shape: [shape[0]!], data: new Float32Array(1) };
  }
  const { nodes, weights, output } = resnet34Graph(state);

  const count = (operation: string) => nodes.filter((node) => node.operation === operation).length;
  expect(['Conv', 'Relu', 'Add', 'MaxPool', 'Gemm'].map(count)).toEqual([36, 33, 16, 1, 1]);
  const computed = new Set(['picture']);
  const used: string[] = [];
  for (const { inputs, output: result } of nodes) {
    for (const input of inputs) {
      if (input in weights) used.push(input);
      else expect(computed, input).toContain(input);
    }
    computed.add(result);
  }
  expect(computed).toContain(output.name);
  expect(output.shape).toEqual([1, 1000]);
  const folded = Object.keys(state).filter((key) => !/bn\d\.|downsample\.1\./.test(key));
  expect(used.sort()).toEqual(folded.sort());
  expect(Object.keys(weights).sort()).toEqual(used);
});
