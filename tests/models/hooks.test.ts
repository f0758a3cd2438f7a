import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { ablateBranch, ablateShortcut } from '../../src/models/ablate.ts';
import { createCifarNetwork, type CifarNetwork } from '../../src/models/cifar.ts';
import { runBlocks, type Hook, type OutputHook, type Walk } from '../../src/models/network.ts';
import { DownsamplingBlock } from '../../src/models/resnet.ts';
import { Identity } from '../../src/nn/identity.ts';
import { crossEntropy } from '../../src/nn/loss.ts';
import { namedTensors } from '../../src/nn/module.ts';
import { parameter } from '../../src/nn/variable.ts';
import { describePromptBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';

const norms = { 'batch norm': {}, 'no normalisation': { normLayer: Identity } };
const shape = { depth: 8, width: 4, seed: 3, shortcut: 'A' } as const;
const places = ['layer1.0', 'layer2.0', 'layer3.0'];
const atAll = (hook: Hook) => Object.fromEntries(places.map((place) => [place, hook]));
const nothing: Hook = () => undefined;

const pictures = () => tf.randomNormal<tf.Rank.R4>([3, 8, 8, 3], 0, 1, 'float32', 1);
const classify = (network: CifarNetwork, walk?: Walk) =>
  tf.tidy(() => network.forward(pictures(), walk).dataSync());

/** The gradient of a loss by every parameter's key. */
function gradients(network: CifarNetwork, walk?: Walk): Record<string, Float32Array> {
  return tf.tidy(() => {
    const labels = tf.tensor1d([1, 5, 9], 'int32');
    const loss = () => crossEntropy(network.forward(pictures(), walk), labels);
    const { grads } = tf.variableGrads(loss, network.parameters());
    const parameters = namedTensors(network).filter(([, { trainable }]) => trainable);
    return Object.fromEntries(
      parameters.map(([key, { name }]) => [key, grads[name]!.dataSync<'float32'>()]),
    );
  });
}

function expectEqualGradients(
  actual: Record<string, Float32Array>,
  expected: Record<string, Float32Array>,
): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [key, values] of Object.entries(expected))
    expectClose(actual[key]!, values, 'gradient', key);
}

describePromptBackends('Hooks', () => {
  for (const [name, options] of Object.entries(norms)) {
    for (const kind of ['plain', 'residual'] as const) {
      test(`that only read change neither logits nor gradients: ${kind}, ${name}`, () => {
        const network = createCifarNetwork({ kind, ...shape, ...options });
        const alone = classify(network);
        const seen: string[] = [];
        const after = Object.fromEntries(
          ['stem', ...places].map((place): [string, OutputHook] => [
            place,
            () => void seen.push(place),
          ]),
        );
        const walk = { at: atAll(nothing), after };
        expectClose(classify(network, walk), alone, 'forward', 'logits');
        expect(seen).toEqual(['stem', ...places]);
        expectEqualGradients(gradients(network, walk), gradients(network));
        network.dispose();
      });
    }

    test(`cut shortcuts make a residual network a plain one: ${name}`, () => {
      const plain = createCifarNetwork({ kind: 'plain', ...shape, ...options });
      const residual = createCifarNetwork({ kind: 'residual', ...shape, ...options });
      const walk = { at: atAll(ablateShortcut) };
      expectClose(classify(residual, walk), classify(plain), 'forward', 'logits');
      expectEqualGradients(gradients(residual, walk), gradients(plain));
      for (const network of [plain, residual]) network.dispose();
    });
  }

  test('show a block’s input and the terms of its sum', () => {
    const network = createCifarNetwork({ kind: 'residual', ...shape });
    const reached: Record<string, tf.Tensor4D> = {};
    const keep =
      (place: string): OutputHook =>
      (x) => {
        reached[place] = tf.keep(tf.clone(x));
      };
    const errors: number[] = [];
    const difference = (a: tf.Tensor, b: tf.Tensor) => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;
    classify(network, {
      at: {
        'layer1.0': ({ x, branch, shortcut }) => {
          errors.push(difference(x, reached.stem!), difference(shortcut!, x));
          reached.expected = tf.keep(tf.relu(tf.add(branch, x)));
        },
        'layer2.0': ({ x, branch, shortcut }) => {
          errors.push(difference(x, reached.expected!), difference(x, reached['layer1.0']!));
          expect(branch.shape).toEqual([3, 4, 4, 8]);
          const { downsample } = network.layer2.layers[0] as DownsamplingBlock;
          errors.push(difference(shortcut!, downsample.forward(x)));
        },
      },
      after: { stem: keep('stem'), 'layer1.0': keep('layer1.0') },
    });
    expect(errors).toHaveLength(5);
    for (const error of errors) expect(error).toBeLessThan(1e-6);
    tf.dispose(reached);
    network.dispose();
  });

  test('scale the terms of a sum, or leave them out', () => {
    const block = new DownsamplingBlock(4, 8, 'A');
    const x = tf.randomNormal<tf.Rank.R4>([2, 6, 6, 4], 0, 1, 'float32', 1);
    const seen: tf.Tensor[] = [];
    const run = (hook: Parameters<typeof block.forward>[1]) =>
      tf.tidy(() => block.forward(x, hook).dataSync());
    for (const [, tensor] of namedTensors(block))
      if (tensor.rank === 4) tf.tidy(() => tensor.assign(tf.randomNormal(tensor.shape, 0, 0.2)));
    run(({ branch, shortcut }) => void seen.push(tf.keep(branch), tf.keep(shortcut!)));
    const [branch, shortcut] = seen as [tf.Tensor, tf.Tensor];
    const expected = (branchFactor: number, shortcutFactor: number) =>
      tf.tidy(() => {
        const sum = tf.add(tf.mul(branch, branchFactor), tf.mul(shortcut, shortcutFactor));
        return tf.relu(sum).dataSync();
      });
    const scaled = run((terms) => ({ branch: tf.mul(terms.branch, -2) }));
    expectClose(scaled, expected(-2, 1), 'forward', 'scaled branch');
    const ablated = run(() => ({ branch: null }));
    expectClose(ablated, expected(0, 1), 'forward', 'branch left out');
    const cut = run(() => ({ shortcut: null }));
    expectClose(cut, expected(1, 0), 'forward', 'shortcut left out');
    const neither = run(() => ({ branch: null, shortcut: null }));
    expectClose(neither, expected(0, 0), 'forward', 'nothing left');
    tf.dispose([x, seen]);
    block.dispose();
  });

  test('replace what leaves a place, and gradients flow back through the replacement', () => {
    const network = createCifarNetwork({ kind: 'residual', ...shape });
    const offset = parameter(() => tf.scalar(0.5));
    const after = { 'layer2.0': (x: tf.Tensor4D): tf.Tensor4D => tf.add(x, offset) };
    const expected = tf.tidy(() => {
      const [first, second, third] = network.blocks();
      const maps = runBlocks([first!, second!], network.stem(pictures()));
      return network.head(runBlocks([third!], tf.add(maps, 0.5))).dataSync();
    });
    expectClose(classify(network, { after }), expected, 'forward', 'logits');
    const slope = tf.tidy(() => {
      const labels = tf.tensor1d([1, 5, 9], 'int32');
      const loss = () => crossEntropy(network.forward(pictures(), { after }), labels);
      const { grads } = tf.variableGrads(loss, [offset]);
      const lossAt = (value: number) => {
        offset.assign(tf.scalar(value));
        return loss().dataSync()[0]!;
      };
      const numerical = (lossAt(0.51) - lossAt(0.49)) / 0.02;
      return { gradient: grads[offset.name]!.dataSync()[0]!, numerical };
    });
    expect(Math.abs(slope.numerical)).toBeGreaterThan(1e-2);
    expect(slope.gradient / slope.numerical).toBeCloseTo(1, 1);
    offset.dispose();
    network.dispose();
  });

  test('run blocks in another order, and leave nothing behind', () => {
    const network = createCifarNetwork({ kind: 'residual', ...shape, depth: 14 });
    const blocks = network.blocks();
    const order = [1, 0, 2, 3, 5, 4].map((index) => blocks[index]!);
    expect(() => classify(network, { blocks: order })).toThrow('input');
    const swapped = [1, 0, 2, 3, 4, 5].map((index) => blocks[index]!);
    classify(network, { blocks: swapped });
    const { numTensors } = tf.memory();
    const logits = classify(network, { blocks: swapped, at: { 'layer1.1': ablateBranch } });
    const alone = classify(network, { blocks: blocks.filter((_, index) => index !== 1) });
    expect(tf.memory().numTensors).toBe(numTensors);
    // x is not negative, so a block without its branch is no block at all.
    expectClose(logits, alone, 'forward', 'logits');
    network.dispose();
  });

  test('at a place that is not there are refused', () => {
    const network = createCifarNetwork({ kind: 'residual', ...shape });
    for (const walk of [{ at: { 'layer1.1': nothing } }, { after: { head: nothing } }] as Walk[]) {
      expect(() => classify(network, walk)).toThrow(
        /^This network has no place called (layer1\.1|head); hook one of stem, layer1\.0, layer2\.0, layer3\.0\.$/,
      );
    }
    network.dispose();
  });
});
