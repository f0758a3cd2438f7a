import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createCifarNetwork } from '../../src/models/cifar.ts';
import { Identity } from '../../src/nn/identity.ts';
import { namedTensors } from '../../src/nn/module.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';

const shape = { depth: 8, width: 2, seed: 3, shortcut: 'A' } as const;

describeBackends('networks without normalisation', () => {
  test.each(['plain', 'residual'] as const)(
    '%s: the convolutions are those of the network with it',
    async (kind) => {
      const network = createCifarNetwork({ kind, ...shape, normLayer: Identity });
      const twin = createCifarNetwork({ kind, ...shape });
      const others = new Map(namedTensors(twin));
      const keys = namedTensors(network).map(([key]) => key);
      expect(keys).toEqual([...others.keys()].filter((key) => !key.includes('bn')));
      for (const [key, tensor] of namedTensors(network))
        expect(await tensor.data(), key).toEqual(await others.get(key)!.data());
      const logits = tf.tidy(() => network.forward(tf.ones([2, 8, 8, 3])));
      expect(logits.shape).toEqual([2, 10]);
      logits.dispose();
      network.dispose();
      twin.dispose();
    },
  );

  test('with all convolutions of a block at zero, a residual block keeps its input and a plain one nothing', async () => {
    for (const kind of ['plain', 'residual'] as const) {
      const network = createCifarNetwork({ kind, ...shape, normLayer: Identity });
      const x = tf.ones<tf.Rank.R4>([1, 4, 4, 2]);
      for (const [key, tensor] of namedTensors(network))
        if (key.startsWith('layer1.')) tf.tidy(() => tensor.assign(tf.zerosLike(tensor)));
      const y = network.layer1.forward(x);
      const expected = kind === 'plain' ? Array(32).fill(0) : Array(32).fill(1);
      expectClose(await y.data(), expected, 'forward', kind);
      tf.dispose([x, y]);
      network.dispose();
    }
  });
});
