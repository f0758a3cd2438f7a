import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from './gpu.ts';
import type { Element } from './programs.ts';
import { recordCopy } from './record.ts';

/** A tensor's values on the GPU, in their order in memory; they are uploaded if they aren't there. */
export function bufferOf({ backend }: Gpu, { dataId }: TensorInfo): GPUBuffer {
  backend.uploadToGPU(dataId);
  return backend.tensorMap.get(dataId).resource as GPUBuffer;
}

/** Whether a tensor's values are kept as floats: a cast from integers leaves them as they are. */
export function holdsFloats({ backend }: Gpu, { dataId }: TensorInfo): boolean {
  return backend.tensorMap.get(dataId).dtype === 'float32';
}

/** A new float32 tensor of undefined values. */
export function output({ backend }: Gpu, shape: number[]): TensorInfo {
  return backend.makeTensorInfo(shape, 'float32');
}

/** The same values in another tensor. */
export function share({ backend }: Gpu, { dataId, shape, dtype }: TensorInfo): TensorInfo {
  backend.incRef(dataId);
  return { dataId, shape, dtype };
}

/** What a kernel may update in place of a tensor that its caller gives up: that, or a copy if others have it too. */
export function successor(gpu: Gpu, old: TensorInfo): TensorInfo {
  if (gpu.backend.refCount(old.dataId) === 1) {
    bufferOf(gpu, old);
    // What was read back of it, such as for a checkpoint, TensorFlow.js would give again.
    gpu.backend.tensorMap.get(old.dataId).values = undefined as never;
    return share(gpu, old);
  }
  const copy = output(gpu, old.shape);
  recordCopy(gpu, bufferOf(gpu, old), bufferOf(gpu, copy));
  return copy;
}

/** Frees tensors that a kernel needed on its way: programs that are recorded later may have their memory. */
export function release({ backend }: Gpu, ...tensors: TensorInfo[]): void {
  for (const { dataId } of tensors) backend.disposeData(dataId);
}

/** Four floats at a time where the last axis, or all, of every one of these sizes allows it. */
export function elementOf(...sizes: number[]): 'f32' | 'vec4f' {
  return sizes.every((size) => size % 4 === 0) ? 'vec4f' : 'f32';
}

/** Floats in an element. */
export function lanesOf(element: Element): 1 | 4 {
  return element === 'vec4f' ? 4 : 1;
}

export function sizeOf({ shape }: TensorInfo): number {
  return util.sizeFromShape(shape);
}
