import * as tf from '@tensorflow/tfjs-core';
import {
  twoConvolutions,
  type Hook,
  type OutputHook,
  type PlacedBlock,
} from '../models/network.ts';
import type { ResNet34 } from '../models/resnet.ts';
import type { FeatureMaps } from '../nn/tensors.ts';

/** Below this, a layer's sums are far from the largest float32, 3.4e38, whatever the weights let in. */
const tame = 1e15;

/** Whether some value is no number, or so large that the layers behind may not compute numbers. */
export function isWild(values: ArrayLike<number>, limit = tame): boolean {
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i] as number) < limit)) return true;
  return false;
}

/** How a network is gone through: its blocks in their order, and what is done at them. */
interface Way {
  blocks: PlacedBlock[];
  at: Record<string, Hook>;
}

/**
 * The first layer whose output for `x` holds infinity or NaN, in words that follow “The first layer where it
 * happens is”; undefined if there is none. Every layer is read before its ReLU, which some devices let turn
 * NaN into 0. As slow as several answers.
 * @param network with folded batch norms
 * @param x [1, height, width, 3]
 */
export async function findOverflow(
  network: ResNet34,
  { blocks, at }: Way,
  x: FeatureMaps,
): Promise<string | undefined> {
  const outputs: [layer: string, output: tf.Tensor][] = [];
  const note = (layer: string, output: tf.Tensor) =>
    void outputs.push([layer, tf.keep(tf.clone(output))]);
  const looks = blocks.map(({ place, block }): [string, Hook] => [
    place,
    (terms) => {
      note(
        `${place}.conv1 with its batch norm ${place}.bn1`,
        twoConvolutions(block).conv1.forward(terms.x),
      );
      note(`${place}.conv2 with its batch norm ${place}.bn2`, terms.branch);
      if (terms.shortcut) {
        note(`${place}.downsample.0 with its batch norm ${place}.downsample.1`, terms.shortcut);
      }
      return at[place]?.(terms);
    },
  ]);
  const sums = blocks.map(({ place }): [string, OutputHook] => [
    place,
    (y) => note(`the sum at the end of ${place}`, y) as undefined,
  ]);
  try {
    tf.tidy(() => {
      note('conv1 with its batch norm bn1', network.conv1.forward(x));
      const walk = { blocks, at: Object.fromEntries(looks), after: Object.fromEntries(sums) };
      note('fc', network.forward(x, walk));
    });
    for (const [layer, output] of outputs) {
      const found = describe(await output.data(), output.shape.at(-1) ?? 1);
      if (found) return `${layer}: ${found}`;
    }
    return undefined;
  } finally {
    tf.dispose(outputs.map(([, output]) => output));
  }
}

function describe(values: ArrayLike<number>, channels: number): string | undefined {
  const first = Array.prototype.findIndex.call(values, (value) => !Number.isFinite(value));
  if (first < 0) return undefined;
  const where = `in channel ${first % channels}`;
  return Number.isNaN(values[first])
    ? `a value ${where} is not a number`
    : `values overflow ${where}`;
}
