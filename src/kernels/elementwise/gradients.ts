import * as tf from '@tensorflow/tfjs-core';
import { sumTo } from '../sumTo.ts';

type Slope = (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

/** Of an operation of two tensors that broadcast: ∂/∂a and ∂/∂b. */
const ofTwo = (kernelName: string, toA: Slope, toB: Slope): tf.GradConfig => ({
  ...{ kernelName, inputsToSave: ['a', 'b'] },
  gradFunc: (dy, saved) => {
    const [a, b] = saved as [tf.Tensor, tf.Tensor];
    return {
      a: () => sumTo(toA(dy as tf.Tensor, a, b), a.shape),
      b: () => sumTo(toB(dy as tf.Tensor, a, b), b.shape),
    };
  },
});

/** Of an operation of one tensor, by what it returned. */
const ofOne = (
  kernelName: string,
  slope: (dy: tf.Tensor, y: tf.Tensor) => tf.Tensor,
): tf.GradConfig => ({
  ...{ kernelName, outputsToSave: [true] },
  gradFunc: (dy, [y]) => ({ x: () => slope(dy as tf.Tensor, y as tf.Tensor) }),
});

/** Of what a reader's own block may do besides the layers of ours. */
export const elementwiseGradients: readonly tf.GradConfig[] = [
  ofTwo(
    tf.Sub,
    (dy) => tf.clone(dy),
    (dy) => tf.neg(dy),
  ),
  ofTwo(
    tf.Multiply,
    (dy, _, b) => tf.mul(dy, b),
    (dy, a) => tf.mul(dy, a),
  ),
  ofTwo(
    tf.RealDiv,
    (dy, _, b) => tf.div(dy, b),
    (dy, a, b) => tf.neg(tf.div(tf.mul(dy, a), tf.square(b))),
  ),
  ofOne(tf.Neg, (dy) => tf.neg(dy)),
  ofOne(tf.Sigmoid, (dy, y) => tf.mul(dy, tf.mul(y, tf.sub(1, y)))),
  ofOne(tf.Tanh, (dy, y) => tf.mul(dy, tf.sub(1, tf.square(y)))),
];
