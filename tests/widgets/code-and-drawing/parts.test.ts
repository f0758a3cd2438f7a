import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describe, findParts, partIds } from '../../../src/widgets/code-and-drawing/parts.ts';

const lesson = readFileSync('content/lessons/03-block.mdx', 'utf8');
const figure = /<CodeAndDrawing>[^]*?<\/CodeAndDrawing>/.exec(lesson)![0];
const linesOf = (language: string) =>
  new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``).exec(figure)![1]!.split('\n');

test.each(['python', 'ts'])('every part is lit by a line of the lesson’s %s', (language) => {
  const parts = new Set(findParts(linesOf(language)).flat());
  expect([...parts].sort()).toEqual([...partIds].sort());
});

const at = (language: string, start: string) => {
  const lines = linesOf(language);
  return findParts(lines)[lines.findIndex((line) => line.trim().startsWith(start))];
};

test.each([
  ['python', 'class', []],
  ['python', 'self.conv1', ['conv1']],
  ['python', 'channels, channels', ['conv1']],
  ['python', 'self.bn1', ['bn1']],
  ['python', 'def forward', ['x']],
  ['python', 'identity = x', ['shortcut']],
  ['python', 'out = F.relu', ['relu1']],
  ['python', 'out = out + identity', ['shortcut', 'addition']],
  ['python', 'return out', []],
  ['ts', 'export class', []],
  ['ts', 'conv2: Conv2d', ['conv2']],
  ['ts', 'forward(x', ['x']],
  ['ts', 'const identity', ['shortcut']],
  ['ts', 'let out', ['conv1', 'bn1', 'relu1']],
  ['ts', 'out = this.conv2', ['conv2']],
  ['ts', 'return this.bn2', ['shortcut', 'bn2', 'addition', 'relu2']],
])('in %s, "%s" lights up %j', (language, start, parts) => {
  expect(at(language, start)).toEqual(parts);
});

test('the second ReLU is that after the addition', () => {
  const lines = linesOf('python');
  const relus = lines.flatMap((line, index) => (line.includes('F.relu') ? [index] : []));
  expect(relus.map((index) => findParts(lines)[index])).toEqual([['relu1'], ['relu2']]);
});

test('shapes are told in the order of the language', () => {
  expect(describe(['conv1'], 'python')).toMatch(/Shape: \[2, 64, 56, 56\]\.$/);
  expect(describe(['conv1', 'bn1'], 'ts')).toBe(
    'One line for conv1 and bn1. Shape after it: [2, 56, 56, 64].',
  );
});
