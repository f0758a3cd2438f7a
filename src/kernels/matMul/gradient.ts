import * as tf from '@tensorflow/tfjs-core';

export const matMulGradient: tf.GradConfig = {
  kernelName: tf.BatchMatMul,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b], attrs) => {
    if (attrs['transposeA'] || attrs['transposeB'])
      throw new Error('matMul: a gradient with transposed arguments is not implemented.');
    return {
      a: () => tf.matMul(dy as tf.Tensor, b as tf.Tensor, false, true),
      b: () => tf.matMul(a as tf.Tensor, dy as tf.Tensor, true, false),
    };
  },
};
