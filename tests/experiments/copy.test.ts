import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerKernels } from '../../src/kernels/register.ts';
import type { CopyExperiment, CopyFinding } from '../../src/contract/experiments.ts';
import { copy } from '../../src/experiments/copy.ts';
import { collect, fakePictures } from './fakePictures.ts';

const settings: CopyExperiment = {
  blocks: 2,
  seed: 1,
  steps: 40,
  learningRate: 0.1,
  lastScale: 0.1,
  pictures: 4,
  pictureSize: 6,
};

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerKernels();
});

const run = (changes: Partial<CopyExperiment> = {}) =>
  collect(copy({ ...settings, ...changes }, { pictures: fakePictures }));
const errorsOf = (findings: CopyFinding[]) =>
  findings.flatMap((finding) => (finding.type === 'error' ? [finding.errors] : []));

test('both stacks learn, and the residual one copies sooner', async () => {
  const errors = errorsOf(await run());
  expect(errors).toHaveLength(40);
  expect(errors.at(-1)!.plain).toBeLessThan(errors[0]!.plain);
  expect(errors.at(-1)!.residual).toBeLessThan(errors[0]!.residual / 10);
  expect(errors.at(-1)!.residual).toBeLessThan(errors.at(-1)!.plain);
});

test('with the last scales at zero a residual stack is the identity, and a plain one outputs nothing', async () => {
  const findings = await run({ lastScale: 0, steps: 1 });
  const target = findings.find((finding) => finding.type === 'target')!;
  const looks = findings.find((finding) => finding.type === 'copies')!;
  expect(looks.copies.residual).toEqual(target.pictures);
  expect(looks.copies.plain.every((picture) => picture.every((value) => value === 0))).toBe(true);
  expect(errorsOf(findings)[0]!.residual).toBe(0);
});

test('the error of the mean colour is the variance of the pictures', async () => {
  const target = (await run({ steps: 1 }))[0] as Extract<CopyFinding, { type: 'target' }>;
  const { pictures } = await fakePictures.raw(4, 6);
  const channel = (c: number) => pictures.filter((_, i) => i % 3 === c);
  const variance = (values: Float32Array) => {
    const mean = values.reduce((a, b) => a + b) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  };
  const expected = [0, 1, 2].reduce((sum, c) => sum + variance(channel(c)) / 3, 0);
  expect(target.greyError).toBeCloseTo(expected, 6);
});

test('a seed repeats a run exactly, and the end frees every tensor', async () => {
  const before = tf.memory().numTensors;
  const [a, b, c] = [
    await run({ steps: 3 }),
    await run({ steps: 3 }),
    await run({ steps: 3, seed: 2 }),
  ];
  expect(b).toEqual(a);
  expect(errorsOf(c)).not.toEqual(errorsOf(a));
  for await (const finding of copy(settings, { pictures: fakePictures }))
    if (finding.type === 'error') break;
  expect(tf.memory().numTensors).toBe(before);
});
