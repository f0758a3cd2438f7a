import '@tensorflow/tfjs-backend-cpu';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cifarClasses, type PyTorchFiles } from '../../../src/contract/trainedNetwork.ts';
import { trainedNetwork } from '../../../src/experiments/trainedNetwork.ts';
import { registerKernels } from '../../../src/kernels/register.ts';
import { readSafetensors } from '../../../src/weights/safetensors/safetensors.ts';
import { collect, fakePictures } from '../../experiments/fakePictures.ts';
import { everyKind, valuesOf } from '../../experiments/trainedValues.ts';

const python = '/usr/bin/python3';
const hasTorch = spawnSync(python, ['-c', 'import torch']).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'pytorch-'));
// 10 pixels: 5 and 3 after the strides.
const size = 10;

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerKernels();
});
afterAll(() => rmSync(folder, { recursive: true }));

const networks = everyKind({ depth: 14, width: 3 }).map((network) => ({
  ...network,
  id: network.id.replaceAll(/\W+/g, '-'),
}));

/** A network's files, as they are downloaded. */
async function filesOf(network: (typeof networks)[number]): Promise<PyTorchFiles> {
  const settings = { network, values: valuesOf(network), pictures: 4, pictureSize: size };
  const asks = [{ about: 'files', picture: 2 } as const];
  const [files] = await collect(trainedNetwork({ ...settings, asks }, { pictures: fakePictures }));
  return files as PyTorchFiles & { type: 'files' };
}

test('the file has PyTorch’s keys and layouts, and the picture with what the page answers', async () => {
  const { weights, logits, name } = await filesOf(networks[3]!);
  const state = readSafetensors(weights);
  expect(name).toBe('residual-B');
  expect(state['conv1.weight']?.shape).toEqual([3, 3, 3, 3]);
  expect(state['layer2.0.conv1.weight']?.shape).toEqual([6, 3, 3, 3]);
  expect(state['layer2.0.downsample.0.weight']?.shape).toEqual([6, 3, 1, 1]);
  expect(state['layer3.1.bn2.running_var']?.shape).toEqual([12]);
  expect(state['fc.weight']?.shape).toEqual([10, 12]);
  expect(state['test.picture']?.shape).toEqual([1, 3, size, size]);
  expect([...state['test.logits']!.data]).toEqual(logits);
});

test.runIf(hasTorch)(
  'PyTorch answers what the page answers, with every kind of network',
  async () => {
    const all = await Promise.all(networks.map(filesOf));
    for (const { name, weights, script } of all) {
      writeFileSync(path.join(folder, `${name}.safetensors`), weights);
      writeFileSync(path.join(folder, `${name}.py`), script);
    }
    // One interpreter, since loading PyTorch takes longer than all scripts.
    const runAll = `import runpy\nfor name in ${JSON.stringify(all.map(({ name }) => name))}:\n  print('#', name)\n  runpy.run_path(name + '.py')`;
    const printed = execFileSync(python, ['-c', runAll], { cwd: folder, encoding: 'utf8' });
    const byName = new Map(
      printed
        .split(/^# /m)
        .slice(1)
        .map((part) => [part.split('\n')[0]!, part] as const),
    );
    for (const { name, logits } of all) {
      const rows = byName
        .get(name)!
        .split('\n')
        .slice(2, 12)
        .map((line) => line.trim().split(/\s+/));
      expect(rows.map(([label]) => label)).toEqual([...cifarClasses]);
      expect(new Set(logits).size, name).toBe(10);
      for (const [index, [, pytorch, page]] of rows.entries()) {
        expect(Math.abs(Number(pytorch) - logits[index]!), `${name}, ${index}`).toBeLessThan(1e-4);
        expect(Math.abs(Number(page) - logits[index]!), `${name}, ${index}`).toBeLessThan(1e-4);
      }
    }
  },
);
