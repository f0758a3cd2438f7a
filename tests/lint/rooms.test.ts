import path from 'node:path';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import { rooms } from '../../scripts/lint/rooms.js';

const root = path.resolve(import.meta.dirname, '../..');
const fixture = path.join(import.meta.dirname, 'fixture');

const eslint = new ESLint({
  cwd: fixture,
  overrideConfigFile: true,
  baseConfig: defineConfig(
    { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.base] },
    rooms(fixture, path.join(root, 'node_modules')),
  ),
});

async function complaints(file: string): Promise<string> {
  const [result] = await eslint.lintFiles([file]);
  return result!.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n');
}

test.each([
  [
    'a room that reaches up',
    'src/lib/reachesUp.ts',
    /no-restricted-paths.*src\/lib may import only nothing/,
  ],
  ['a room that skips a floor', 'src/models/skipsAFloor.ts', /src\/models may import only src\/nn/],
  [
    'an engine that calls the page',
    'src/training/callsThePage.ts',
    /src\/training may import only/,
  ],
  [
    'a widget that borrows from another',
    'src/widgets/dial/borrows.ts',
    /src\/widgets\/dial may import only src\/figure/,
  ],
  [
    'TensorFlow.js in a widget',
    'src/widgets/dial/computes.ts',
    /TensorFlow\.js belongs in workers, .*kernels/,
  ],
  [
    'TensorFlow.js loaded later by a widget',
    'src/widgets/dial/computesLater.ts',
    /TensorFlow\.js belongs/,
  ],
  [
    'a widget that reads the book',
    'src/widgets/dial/quotes.ts',
    /src\/widgets\/dial may import only/,
  ],
  [
    'an exercise that builds a network on the page',
    'src/exercises/answer.ts',
    /src\/exercises may import only/,
  ],
  [
    'a page that reaches past the registry',
    'src/page/reachesIn.ts',
    /src\/page may import only src\/widgets\.ts/,
  ],
  [
    'an experiment that borrows from training',
    'src/experiments/borrows.ts',
    /src\/experiments may import only/,
  ],
  ['prose that imports code', 'content/computes.ts', /The book imports nothing/],
])('lint fails on %s', async (_, file, complaint) => {
  expect(await complaints(file)).toMatch(complaint);
});

test.each([
  'src/main.tsx',
  'src/lib/square.ts',
  'src/data/pictures.ts',
  'src/kernels/add.ts',
  'src/nn/layer.ts',
  'src/models/model.ts',
  'src/training/train.ts',
  'src/workers/worker.ts',
  'src/runtime/client.ts',
  'src/engine/start.ts',
  'src/widgets.ts',
  'src/widgets/gauge/gauge.ts',
  'src/exercises/sandbox/check.ts',
  'src/page/page.ts',
  'content/chapter.ts',
])('lint passes on the allowed imports of %s', async (file) => {
  expect(await complaints(file)).toBe('');
});
