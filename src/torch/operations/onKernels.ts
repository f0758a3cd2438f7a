import * as tf from '@tensorflow/tfjs-core';

/** Whether somebody has started TensorFlow.js (in the worker and where a test asks for it). */
export function hasBackend(): boolean {
  return tf.engine().backendName !== undefined;
}

/** Computes with TensorFlow.js and leaves no tensor of it behind. */
export function onKernels(compute: () => tf.Tensor): Float32Array {
  const result = tf.tidy(compute);
  const data = result.dataSync<'float32'>();
  result.dispose();
  return data;
}
