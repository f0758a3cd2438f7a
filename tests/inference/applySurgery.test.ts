import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { intact, isIntact, type Surgery } from '../../src/contract/surgery.ts';
import { applySurgery } from '../../src/inference/applySurgery.ts';
import { ResNet34 } from '../../src/models/resnet.ts';
import { foldBatchNorm } from '../../src/nn/foldBatchNorm.ts';
import { describeDeepBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { fill } from '../reference/golden.ts';

/** Logits after surgery, and the shape of the feature maps after every stage. */
function operate(network: ResNet34, x: tf.Tensor4D, surgery: Surgery) {
  return tf.tidy(() => {
    const { stages, at } = applySurgery(network.blocks(), surgery);
    const shapes: number[][] = [];
    const note = ({ shape }: tf.Tensor4D) => void shapes.push(shape);
    const after = Object.fromEntries(stages.map((stage) => [stage.at(-1)!.place, note]));
    return { logits: network.forward(x, { blocks: stages.flat(), at, after }), shapes };
  });
}

describeDeepBackends('Surgery on ResNet-34', () => {
  test('leaves an intact network’s answer alone, and changes it elsewhere', async () => {
    const network = new ResNet34(7).eval();
    fill(network);
    foldBatchNorm(network);
    const x = tf.randomNormal<tf.Rank.R4>([1, 32, 32, 3], 0, 1, 'float32', 1);
    const whole = tf.tidy(() => network.forward(x));
    const plan = intact();
    const same = operate(network, x, plan);
    expect(same.shapes).toEqual([
      [1, 8, 8, 64],
      [1, 4, 4, 128],
      [1, 2, 2, 256],
      [1, 1, 1, 512],
    ]);
    expectClose(await same.logits.data(), await whole.data(), 'forward', 'stage by stage');

    const use = (stage: number, ...uses: Surgery[number]) => plan.with(stage, uses);
    const [first, second, third, ...rest] = plan[2]!;
    const changed: Surgery[] = [
      use(2, { block: 0, way: 'shortcut' }, second!, { block: 2, way: 'branch' }, ...rest),
      use(2, { block: 0, way: 'branch' }, second!, { block: 2, way: 'shortcut' }, ...rest),
      use(2, first!, third!, second!, ...rest),
    ];
    expect(isIntact(plan)).toBe(true);
    for (const surgery of changed) {
      expect(isIntact(surgery)).toBe(false);
      const { logits, shapes } = operate(network, x, surgery);
      expect(shapes).toEqual(same.shapes);
      const difference = tf.tidy(() => tf.max(tf.abs(tf.sub(logits, whole))).dataSync()[0]);
      expect(difference).toBeGreaterThan(1e-3);
      logits.dispose();
    }
    expect(() => operate(network, x, plan.with(1, [{ block: 9, way: 'both' }]))).toThrow(
      'Stage 2 has no block 9.',
    );
    tf.dispose([x, whole, same.logits]);
    network.dispose();
  });
});
