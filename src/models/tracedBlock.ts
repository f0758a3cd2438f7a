import * as tf from '@tensorflow/tfjs-core';
import type { StateDict } from '../contract/stateDict.ts';
import type { TracedBlock as Trace, TracedStep, TracedValue } from '../contract/tracedBlock.ts';
import { batchNorm } from '../nn/batchNorm.ts';
import type { Rng } from '../lib/rng.ts';
import { drawHeNormal } from '../nn/heNormal.ts';
import { Module } from '../nn/module.ts';
import { loadStateDict } from '../nn/state.ts';
import type { FeatureMaps } from '../nn/tensors.ts';
import { buffer, parameter } from '../nn/variable.ts';
import type { Block } from './network.ts';

type Attributes = TracedStep['attributes'];
type Operand = tf.Tensor | null;

/**
 * A block that does what a reader's own did (contract/tracedBlock.ts), on our kernels. Its filters are drawn as
 * those of our own blocks, so that one with the same names starts from the same numbers; all else starts as it
 * was when it was traced.
 */
export class TracedBlock extends Module implements Block {
  readonly #trace: Trace;
  readonly #initial: StateDict;

  /** @throws a sentence for the reader, where the block does what can't be trained here */
  constructor(trace: Trace) {
    super();
    this.#trace = trace;
    for (const { operation } of trace.steps) {
      if (!(operation in operations))
        throw new Error(
          `Your block uses ${operation}, which can't be trained here. What can: ${Object.keys(operations).join(', ')}.`,
        );
    }
    const entries = trace.parameters.map(({ name, shape, values, trained }) => {
      const zeros = () => tf.zeros(shape.length === 4 ? hwio(shape) : shape);
      // Its name is its key in a checkpoint.
      Object.assign(this, { [name]: trained ? parameter(zeros) : buffer(zeros) });
      return [name, { shape, data: Float32Array.from(values) }] as const;
    });
    this.#initial = Object.fromEntries(entries);
  }

  branchWeights(): tf.Variable[] {
    return this.parameters().filter(({ rank }) => rank === 4);
  }

  /** x [batch, height, width, channels] → y, of the same shape. Hooks see nothing: no one knows what is the branch. */
  forward(x: FeatureMaps): FeatureMaps {
    const { steps, output } = this.#trace;
    const results: tf.Tensor[] = [];
    const read = (value: TracedValue | null): Operand => {
      if (value === null) return null;
      if ('input' in value) return x;
      if ('step' in value) return results[value.step] ?? null;
      return (this as unknown as Record<string, tf.Variable>)[value.parameter] ?? null;
    };
    for (const { operation, inputs, attributes } of steps) {
      const run = operations[operation as keyof typeof operations];
      results.push(run(inputs.map(read) as tf.Tensor[], attributes, this.training));
    }
    const y = read(output) as FeatureMaps;
    if (!tf.util.arraysEqual(y.shape, x.shape))
      throw new Error(
        `Your block turns maps of ${x.shape.slice(1).join('×')} into ${y.shape.slice(1).join('×')} (height×width×channels); in this network it must keep their shape.`,
      );
    return y;
  }

  /** Filters from the seed, all else as it was traced. */
  override resetParameters(rngFor: (name: string) => Rng): void {
    loadStateDict(this, this.#initial);
    for (const { name, shape, trained } of this.#trace.parameters) {
      const variable = (this as unknown as Record<string, tf.Variable>)[name];
      if (trained && shape.length === 4 && variable) drawHeNormal(variable, rngFor(name));
    }
  }
}

/** By PyTorch's names; on feature maps [batch, height, width, channels]. */
const operations = {
  conv2d([x, filter, bias]: Operand[], { stride, padding, dilation, groups }: Attributes) {
    if (groups !== 1 || !isSquare(dilation, 1))
      throw new Error(
        "Your block's convolutions have groups or dilation, which can't be trained here.",
      );
    const [step = 1] = stride as number[];
    const [zeros = 0] = padding as number[];
    const y = tf.conv2d(x as FeatureMaps, filter as tf.Tensor4D, step, zeros);
    return bias ? tf.add(y, bias) : y;
  },
  batch_norm(inputs: Operand[], { training, momentum, eps }: Attributes, isTraining: boolean) {
    const [x, weight, bias, mean, variance] = inputs as [FeatureMaps, ...tf.Variable<tf.Rank.R1>[]];
    const channels = [x.shape[3]] as [number];
    const scale = weight ?? tf.ones<tf.Rank.R1>(channels);
    const offset = bias ?? tf.zeros<tf.Rank.R1>(channels);
    const running = mean && variance && { mean, variance };
    return batchNorm(
      x,
      { scale, offset, running },
      {
        training: training === true && isTraining,
        ...{ epsilon: eps as number, momentum: momentum as number },
      },
    );
  },
  relu: ([x]: Operand[]) => tf.relu(x as tf.Tensor),
  sigmoid: ([x]: Operand[]) => tf.sigmoid(x as tf.Tensor),
  tanh: ([x]: Operand[]) => tf.tanh(x as tf.Tensor),
  neg: ([x]: Operand[]) => tf.neg(x as tf.Tensor),
  clone: ([x]: Operand[]) => tf.clone(x as tf.Tensor),
  add: ([x, y]: Operand[], { alpha }: Attributes) => tf.add(x as tf.Tensor, times(y, alpha)),
  sub: ([x, y]: Operand[], { alpha }: Attributes) => tf.sub(x as tf.Tensor, times(y, alpha)),
  mul: ([x, y]: Operand[]) => tf.mul(x as tf.Tensor, y as tf.Tensor),
  div: ([x, y]: Operand[]) => tf.div(x as tf.Tensor, y as tf.Tensor),
};

const times = (y: Operand | undefined, alpha: unknown) =>
  typeof alpha === 'number' && alpha !== 1 ? tf.mul(y as tf.Tensor, alpha) : (y as tf.Tensor);

const isSquare = (sides: unknown, side: number) => (sides as number[]).every((one) => one === side);

const hwio = ([out = 1, into = 1, height = 1, width = 1]: number[]) => [height, width, into, out];
