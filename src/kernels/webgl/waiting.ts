import { engine } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { Gpu, Waiting } from './gpu.ts';
import { upload } from './upload.ts';

/** Leaves a texture of 4 lanes to be drawn when it is read; never, if it is freed before. */
export function wait({ backend, waiting }: Gpu, draw: Waiting): void {
  for (const { dataId } of draw.sources) backend.incRef(dataId);
  waiting.set(draw.target.dataId, draw);
}

/** Ends a wait: the texture has been drawn, or never will be. */
export function endWait({ backend, waiting }: Gpu, { target, sources }: Waiting): void {
  waiting.delete(target.dataId);
  for (const { dataId } of sources) {
    // As TensorFlow.js does where a read has put off what its engine thinks is done.
    if (backend.disposeData(dataId)) engine().removeDataId(dataId, backend);
  }
}

/**
 * Has TensorFlow.js's backend tell when a texture is read or freed: its own kernels and ours call
 * `uploadToGPU` for each of their inputs, and `disposeData` for what nobody needs any more.
 */
export function watchTextures(gpu: Gpu): void {
  const { backend, waiting } = gpu;
  const stockUpload: MathBackendWebGL['uploadToGPU'] = backend.uploadToGPU.bind(backend);
  const dispose: MathBackendWebGL['disposeData'] = backend.disposeData.bind(backend);
  backend.uploadToGPU = (dataId) => {
    const unread = waiting.get(dataId);
    if (unread) {
      waiting.delete(dataId);
      unread.draw();
      endWait(gpu, unread);
    }
    upload(gpu, dataId, stockUpload);
  };
  backend.disposeData = (dataId, force) => {
    const unread = waiting.get(dataId);
    if (unread && (force || backend.refCount(dataId) === 1)) endWait(gpu, unread);
    return dispose(dataId, force);
  };
}
