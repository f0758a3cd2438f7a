import * as tf from '@tensorflow/tfjs-core';

/**
 * Gradients of the TensorFlow.js operations that networks here use. tfjs-core ships without any, and
 * its full set would triple the script a reader downloads to train.
 */
export const gradients: tf.GradConfig[] = [
  {
    kernelName: tf.Conv2D,
    inputsToSave: ['x', 'filter'],
    gradFunc: (dy, saved, given) => {
      const [x, filter] = saved as [tf.Tensor4D, tf.Tensor4D];
      const { dilations, ...attrs } = given as unknown as tf.Conv2DAttrs;
      if ([dilations].flat().some((dilation) => dilation !== 1))
        throw new Error(`conv2d: expected dilation 1 for a gradient, got ${dilations}.`);
      const run = (kernel: string, inputs: object, shapes: object) =>
        tf
          .engine()
          .runKernel<tf.Tensor>(
            kernel,
            inputs as tf.NamedTensorMap,
            { ...attrs, ...shapes } as unknown as tf.NamedAttrMap,
          );
      return {
        x: () => run(tf.Conv2DBackpropInput, { dy, filter }, { inputShape: x.shape }),
        filter: () => run(tf.Conv2DBackpropFilter, { x, dy }, { filterShape: filter.shape }),
      };
    },
  },
  {
    kernelName: tf.BatchMatMul,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, [a, b], attrs) => {
      if (attrs['transposeA'] || attrs['transposeB'])
        throw new Error('matMul: a gradient with transposed arguments is not written yet.');
      return {
        a: () => tf.matMul(dy as tf.Tensor, b as tf.Tensor, false, true),
        b: () => tf.matMul(a as tf.Tensor, dy as tf.Tensor, true, false),
      };
    },
  },
  {
    kernelName: tf.Add,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, [a, b]) => ({
      a: () => sumTo(dy as tf.Tensor, (a as tf.Tensor).shape),
      b: () => sumTo(dy as tf.Tensor, (b as tf.Tensor).shape),
    }),
  },
  {
    kernelName: tf.Relu,
    outputsToSave: [true],
    gradFunc: (dy, [y]) => ({ x: () => tf.mul(dy as tf.Tensor, tf.step(y as tf.Tensor)) }),
  },
  {
    kernelName: tf.Reshape,
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => tf.reshape(dy as tf.Tensor, (x as tf.Tensor).shape) }),
  },
  {
    kernelName: tf.Identity,
    gradFunc: (dy) => ({ x: () => tf.clone(dy as tf.Tensor) }),
  },
];

/** Undoes a broadcast: sums `dy` over the axes that `shape` was stretched along. */
function sumTo(dy: tf.Tensor, shape: number[]): tf.Tensor {
  const axes = tf.backend_util.getReductionAxes(shape, dy.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(dy, axes) : dy, shape);
}
