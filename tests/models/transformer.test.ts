import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Transformer, type StreamWalk } from '../../src/models/transformer.ts';
import { crossEntropy } from '../../src/nn/loss.ts';
import { namedTensors } from '../../src/nn/module.ts';
import { MultiheadAttention } from '../../src/nn/multiheadAttention.ts';
import { Adam } from '../../src/nn/optim.ts';
import { stateDict } from '../../src/nn/state.ts';
import type { Stream } from '../../src/nn/tensors.ts';
import { describeBackends, describePromptBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { decode, fillFrom, fromWeight, type Stored } from '../reference/golden.ts';
import goldens from '../reference/transformer.json';

type Golden = (typeof goldens)[number];

function start(golden: Golden) {
  const network = new Transformer(golden.shape);
  fillFrom(network, golden.state);
  const tokens = tf.tensor2d(golden.tokens, undefined, 'int32');
  const labels = tf.tensor1d(golden.labels, 'int32');
  const backward = () =>
    tf.variableGrads(() => crossEntropy(network.forward(tokens), labels), network.parameters());
  const logits = (walk?: StreamWalk) =>
    tf.tidy(() => network.forward(tokens, walk).dataSync<'float32'>());
  const dispose = () => {
    network.dispose();
    tf.dispose([tokens, labels]);
  };
  return { network, tokens, backward, logits, dispose };
}

describeBackends('A transformer', () => {
  for (const golden of goldens) {
    const name = `${golden.shape.layers} layers, ${golden.shape.heads} heads`;

    test(`computes what PyTorch does: ${name}`, async () => {
      const { network, tokens, backward, dispose } = start(golden);
      const { first } = golden;
      const [logits, stream] = tf.tidy(() => [network.forward(tokens), network.stream(tokens)]);
      expectClose(await logits!.data(), decode(first.logits), 'forward', 'logits');
      expectClose(await stream!.data(), decode(first.stream), 'forward', 'stream');
      tf.dispose([logits!, stream!]);

      const { value, grads } = backward();
      expectClose(await value.data(), [golden.losses[0]!], 'forward', 'loss');
      const variables = new Map(namedTensors(network));
      const gradients = Object.entries(first.gradients as Record<string, Stored>);
      expect(gradients.map(([key]) => key).toSorted()).toEqual([...variables.keys()].toSorted());
      for (const [key, stored] of gradients) {
        const gradient = grads[variables.get(key)!.name]!;
        // Tables of embeddings lie as PyTorch's.
        const isTable = key.startsWith('embedding') || key.startsWith('positions');
        const there = isTable ? await gradient.data() : await fromWeight(gradient);
        expectClose(there, decode(stored), 'gradient', `d ${key}`);
      }
      tf.dispose([value, grads]);
      dispose();
    });

    test(`takes three steps of Adam as PyTorch does: ${name}`, async () => {
      const { network, backward, dispose } = start(golden);
      const { lr: learningRate, betas, eps: epsilon } = golden.settings;
      const [beta1, beta2] = betas as [number, number];
      const optimiser = new Adam(network.parameters(), { learningRate, beta1, beta2, epsilon });
      for (const expected of golden.losses) {
        const { value, grads } = backward();
        optimiser.step(grads);
        expectClose(await value.data(), [expected], 'gradient', 'loss');
        value.dispose();
      }
      const state = await stateDict(network);
      for (const [key, stored] of Object.entries(golden.state as Record<string, Stored>)) {
        expect(state[key]?.shape, key).toEqual(stored.shape);
        expectClose(state[key]!.data, decode(stored), 'gradient', key);
      }
      optimiser.dispose();
      dispose();
    });
  }
});

describePromptBackends('The hooks of a transformer', () => {
  const golden = goldens[0]!;

  test('shows what each head looks at and gives, and heads sum to their sublayer', () => {
    const { network, logits, dispose } = start(golden);
    const seen: string[] = [];
    const alone = logits();
    const at = Object.fromEntries(
      network.layers.map((layer, i) => [
        `layers.${i}.attention`,
        ({ x, added }: { x: Stream; added: Stream }) => {
          const { pattern, outputs } = layer.lookAtHeads(x);
          const expected = decode(golden.first.patterns[i]!);
          expectClose(pattern.dataSync(), expected, 'forward', `pattern ${i}`);
          expect(outputs).toHaveLength(golden.shape.heads);
          expectClose(tf.addN(outputs).dataSync(), added.dataSync(), 'forward', `heads ${i}`);
          seen.push(`layers.${i}`);
          return undefined;
        },
      ]),
    );
    expectClose(logits({ at }), alone, 'forward', 'logits');
    expect(seen).toEqual(['layers.0', 'layers.1']);
    dispose();
  });

  test('lets hooks scale, leave out and replace, in the stream’s order', () => {
    const { network, logits, dispose } = start(golden);
    const order: string[] = [];
    const sum: Record<string, Float32Array> = {};
    const everywhere = network.places();
    const after = Object.fromEntries(
      everywhere.map((place) => [
        place,
        (x: Stream) => {
          order.push(place);
          sum[place] = x.dataSync<'float32'>();
          return undefined;
        },
      ]),
    );
    logits({
      at: { 'layers.0.mlp': () => null, 'layers.1.mlp': ({ added }) => tf.mul(added, 0) },
      after,
    });
    expect(order).toEqual(everywhere);
    expect(sum['layers.0.mlp']).toEqual(sum['layers.0.attention']);
    expectClose(sum['layers.1.mlp']!, sum['layers.1.attention']!, 'forward', 'scaled by nothing');
    const replaced = logits({ after: { 'layers.1.mlp': (x) => tf.add<Stream>(x, 1) } });
    // Layer norm takes the mean away: what is added to every feature alike changes nothing.
    expectClose(replaced, logits(), 'forward', 'logits');
    const ablated = logits({ at: { 'layers.1.attention': () => null } });
    expect(ablated).not.toEqual(logits());
    dispose();
  });

  test('says what does not fit', () => {
    const { network, logits, dispose } = start(golden);
    expect(() => logits({ at: { 'layers.2.mlp': () => null } })).toThrow(
      'This network has no place called layers.2.mlp; hook one of embedding, layers.0.attention,',
    );
    expect(() => tf.tidy(() => network.forward(tf.zeros([1, 6], 'int32')))).toThrow(
      'This transformer reads at most 5 tokens, not 6.',
    );
    expect(() => new MultiheadAttention(6, 4)).toThrow('4 heads can’t share a width of 6 evenly.');
    dispose();
  });
});
