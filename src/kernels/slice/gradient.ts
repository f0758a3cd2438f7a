import * as tf from '@tensorflow/tfjs-core';

export const sliceGradient: tf.GradConfig = {
  kernelName: tf.Slice,
  inputsToSave: ['x'],
  gradFunc: (dy, [x], attrs) => {
    const { shape } = x as tf.Tensor;
    const { begin, size } = attrs as { begin: number[]; size: number[] };
    const [first, length] = tf.slice_util.parseSliceParams(x as tf.Tensor, begin, size);
    const around = shape.map((whole, axis): [number, number] => {
      const before = first?.[axis] ?? 0;
      return [before, whole - before - (length?.[axis] ?? 0)];
    });
    return { x: () => tf.pad(dy as tf.Tensor, around) };
  },
};
