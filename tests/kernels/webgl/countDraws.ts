import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/**
 * Counts the programs that run on the 'webgl' backend until `stop`: ours draw arrays, TensorFlow.js's elements.
 * @param draws false to count them only: quick, and what they were to compute is garbage
 */
export function countDraws({ draws = true } = {}) {
  const { gl } = (tf.backend() as MathBackendWebGL).getGPGPUContext();
  const { drawArrays, drawElements } = gl;
  let [ours, stock] = [0, 0];
  gl.drawArrays = (...call) => {
    ours++;
    if (draws) drawArrays.apply(gl, call);
  };
  gl.drawElements = (...call) => {
    stock++;
    if (draws) drawElements.apply(gl, call);
  };
  return {
    ours: () => ours,
    all: () => ours + stock,
    stop: () => void Object.assign(gl, { drawArrays, drawElements }),
  };
}
