import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { intact, isIntact, type Surgery } from '../../src/contract/surgery.ts';
import { ResNet34 } from '../../src/models/resnet.ts';
import { runStages } from '../../src/models/surgery.ts';
import { foldBatchNorm } from '../../src/nn/foldBatchNorm.ts';
import { namedTensors, parameterCount } from '../../src/nn/module.ts';
import { describeBackends } from '../reference/backends.ts';
import { expectClose } from '../reference/closeness.ts';
import { fill } from '../reference/golden.ts';

/** Logits after surgery, and the shape of the feature maps after every stage. */
function operate(network: ResNet34, x: tf.Tensor4D, surgery: Surgery) {
  return tf.tidy(() => {
    const outputs = runStages(network, network.stem(x), surgery);
    const shapes = outputs.slice(1).map(({ shape }) => shape);
    return { logits: network.head(outputs.at(-1)!), shapes };
  });
}

describeBackends('ResNet-34', () => {
  test('has the tensors and the parameters of torchvision’s, for any number of classes', () => {
    const network = new ResNet34();
    const keys = namedTensors(network).map(([key]) => key);
    expect(keys).toHaveLength(182);
    expect(keys.slice(0, 2)).toEqual(['conv1.weight', 'bn1.weight']);
    expect(keys).toContain('layer1.0.conv1.weight');
    expect(keys).toContain('layer4.0.downsample.1.running_var');
    expect(keys).not.toContain('layer1.0.downsample.0.weight');
    expect(parameterCount(network)).toBe(21_797_672);
    network.dispose();
    const small = new ResNet34(200);
    expect(parameterCount(small)).toBe(21_387_272);
    small.dispose();
  });

  test(
    'computes the same stage by stage, and something else after surgery',
    { timeout: 60_000 },
    async () => {
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
    },
  );
});
