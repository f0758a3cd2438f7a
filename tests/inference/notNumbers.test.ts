import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import type { ModelCard } from '../../src/contract/modelCard.ts';
import type { StateDict } from '../../src/contract/stateDict.ts';
import type { Picture } from '../../src/data/pictures/preprocess.ts';
import { intact, withWay } from '../../src/contract/surgery.ts';
import { gradCam } from '../../src/inference/gradCam.ts';
import { createPictureNetwork } from '../../src/inference/pictureNetwork.ts';
import type { FeatureMaps, Logits } from '../../src/nn/tensors.ts';
import { resnet34Shapes } from '../../src/weights/resnet34Shapes.ts';
import { describeDeepBackends } from '../reference/backends.ts';

const card: ModelCard = {
  ...{ title: 'mine.pth', weights: '', data: '', recipe: '', resize: 32, crop: 32 },
  classes: Array.from({ length: 10 }, (_, i) => ({ name: `class ${i}` })),
};

/** Small weights with which every layer computes numbers, the same each time. */
function soundWeights(): StateDict {
  let random = 1;
  const next = () => (random = (Math.imul(random, 1664525) + 1013904223) | 0) / 2 ** 31;
  const entries = Object.entries(resnet34Shapes(10)).map(([key, shape]) => {
    const data = new Float32Array(shape.reduce((product, size) => product * size, 1));
    const isScale = /(bn\d|downsample\.1)\.weight$|running_var$/.test(key);
    data.forEach((_, i) => (data[i] = isScale ? 1 : next() / 4));
    return [key, { shape, data }] as const;
  });
  return Object.fromEntries(entries);
}

/** Sound weights, of which those of one key are changed. */
function weightsWith(key: string, change: (value: number, index: number) => number): StateDict {
  const state = soundWeights();
  const { shape, data } = state[key]!;
  return { ...state, [key]: { shape, data: data.map(change) } };
}

const picture: Picture = {
  ...{ width: 32, height: 32 },
  read: (_left, _top, width, height) =>
    Array.from({ length: 4 * width * height }, (_, i) => (i * 37) % 256),
};

afterEach(() => tf.disposeVariables());

async function whyNot(state: StateDict): Promise<string> {
  const failed: unknown = await createPictureNetwork(card, state).then(
    () => 'it computes numbers',
    (error: unknown) => (error as Error).message,
  );
  return String(failed);
}

describeDeepBackends('A network that computes no numbers', (backend) => {
  test('is named with the first layer where that happens', async () => {
    const negative = await whyNot(
      weightsWith('layer1.0.bn2.running_var', (_, i) => (i < 12 ? -1e-6 : -0.3)),
    );
    expect(negative).toBe(
      'mine.pth: this network’s answers are not numbers. The first layer where it happens is layer1.0.bn2: channel 12 has a negative variance, -0.300.',
    );
    const huge = await whyNot(weightsWith('layer1.1.conv1.weight', (value) => value * 1e37));
    expect(huge).toMatch(
      /^mine\.pth: this network’s answers are not numbers\. The first layer where it happens is layer1\.1\.conv1 with its batch norm layer1\.1\.bn1: (values overflow|a value in channel)/,
    );
    // Each factor alone is a number; the batch norm that is folded in makes it overflow.
    const scaled = await whyNot(weightsWith('layer2.0.downsample.1.weight', () => 3e38));
    expect(scaled).toContain('is layer2.0.downsample.0 with its batch norm layer2.0.downsample.1');
  });

  test.skipIf(backend === 'webgl')(
    'is found out by the surgery that makes it so, and sound ones answer',
    async () => {
      const state = soundWeights();
      // Removing the second block's branch, -2e30, lets the first one's sum, 1e30, grow from block to block.
      state['layer1.0.bn2.bias']!.data.fill(1e30);
      state['layer1.1.bn2.weight']!.data.fill(0);
      state['layer1.1.bn2.bias']!.data.fill(-2e30);
      const network = await createPictureNetwork(card, state);
      const before = tf.memory().numTensors;
      network.show(picture);
      const { guesses, probabilities } = await network.classify(intact());
      expect(guesses).toHaveLength(5);
      expect(probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      await expect(network.classify(withWay(intact(), 0, 1, 'shortcut'))).rejects.toThrow(
        /^mine\.pth: with these blocks changed, this network’s answers are not numbers\. The first layer where it happens is .*layer[23]/,
      );
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  test('Grad-CAM leaves what is no number as it is', async () => {
    const maps = tf.zeros<tf.Rank.R4>([1, 2, 2, 1]) as FeatureMaps;
    const times = (x: tf.Tensor, inputs: number) => tf.matMul(x, tf.fill([inputs, 1], 1e30));
    const rest = (x: FeatureMaps) => times(times(tf.reshape(x, [1, 4]), 4), 1) as Logits;
    const heat = tf.tidy(() => gradCam(maps, rest, 0));
    expect(Array.from(await heat.data())).toEqual([NaN, NaN, NaN, NaN]);
    tf.dispose([maps, heat]);
  });

  test.skipIf(backend === 'webgl')(
    'only by its gradients is named where a class is sought, and goes on answering',
    async () => {
      const state = soundWeights();
      // The maps in question are 0, so what follows stays a number; the way back multiplies 1e30 by 1e20.
      state['layer3.5.bn2.bias']!.data.fill(-1e30);
      state['layer4.0.bn1.bias']!.data.fill(1);
      for (const [key, factor] of [
        ['layer4.0.conv1.weight', 1e30],
        ['layer4.0.conv2.weight', 1e20],
      ] as const)
        state[key]!.data.forEach((value, i, data) => (data[i] = value * factor));
      const network = await createPictureNetwork(card, state);
      network.show(picture);
      const before = tf.memory().numTensors;
      await expect(network.locate(3, intact())).rejects.toThrow(
        'mine.pth: the gradients of this class are not numbers, so this page can’t show where the network sees it.',
      );
      expect(tf.memory().numTensors).toBe(before);
      expect((await network.classify(intact())).probabilities.every(Number.isFinite)).toBe(true);
    },
  );
});
