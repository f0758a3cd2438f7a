import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { imageNetStatistics, normalise } from '../../src/data/pictures/preprocess.ts';
import { runBlocks } from '../../src/models/network.ts';
import { ResNet34 } from '../../src/models/resnet.ts';
import { foldBatchNorm } from '../../src/nn/foldBatchNorm.ts';
import { gradCam } from '../../src/inference/gradCam.ts';
import { loadStateDict } from '../../src/nn/state.ts';
import { readSafetensors } from '../../src/weights/safetensors/safetensors.ts';
import { describeDeepBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import goldens from '../reference/classifier.json' with { type: 'json' };
import { decodeCrop } from '../reference/decodeCrop.ts';
import { decode } from '../reference/golden.ts';
import { publicFile } from '../reference/publicFile.ts';

describeDeepBackends('The shipped model', () => {
  test('answers and looks where PyTorch does', async () => {
    const network = new ResNet34(200).eval();
    loadStateDict(network, readSafetensors(await publicFile('models/tiny200/model.safetensors')));
    foldBatchNorm(network);
    for (const { file, crop, logits, heat } of goldens) {
      const { side, rgb } = decodeCrop(crop);
      const x = tf.tensor4d(normalise(rgb, imageNetStatistics), [1, side, side, 3]);
      // Where it looks follows from the maps that its answer came from: they take most of the time.
      let maps = x;
      const keep = (out: tf.Tensor4D) => void (maps = tf.keep(tf.clone(out)));
      const y = tf.tidy(() => network.forward(x, { after: { 'layer3.5': keep } }));
      const [ours, theirs] = [await y.data(), decode({ shape: [], data: logits })];
      const worst = theirs.reduce(
        (most, value, i) => Math.max(most, Math.abs(value - ours[i]!)),
        0,
      );
      expect(worst, file).toBeLessThanOrEqual(1e-3);
      expect(best(ours), file).toEqual(best(theirs));

      const seen = tf.tidy(() => {
        const behind = network.blocks().filter(({ place }) => place.startsWith('layer4'));
        const rest = (out: tf.Tensor4D) => network.head(runBlocks(behind, out));
        return gradCam(maps, rest, best(theirs)[0]!);
      });
      expectClose(await seen.data(), decode({ shape: [], data: heat }), 'gradient', file);
      tf.dispose([x, y, maps, seen]);
    }
    network.dispose();
  });
});

/** The five classes with the largest logits, the largest first. */
function best(logits: ArrayLike<number>): number[] {
  const order = Array.from(logits).map((_, index) => index);
  return order.sort((a, b) => logits[b]! - logits[a]!).slice(0, 5);
}
