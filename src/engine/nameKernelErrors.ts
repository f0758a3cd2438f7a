import * as tf from '@tensorflow/tfjs-core';
import { kernelError } from '../kernels/kernelError.ts';

/** From now on an error thrown inside a kernel says which operation it was. Call it once. */
export function nameKernelErrors(): void {
  const engine = tf.engine();
  const runKernel = engine.runKernel.bind(engine);
  engine.runKernel = <T extends tf.Tensor | tf.Tensor[]>(
    ...call: Parameters<typeof runKernel>
  ): T => {
    try {
      return runKernel<T>(...call);
    } catch (error) {
      throw kernelError(call[0], error);
    }
  };
}
