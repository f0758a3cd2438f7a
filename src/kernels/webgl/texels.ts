import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from './gpu.ts';

/** Values a texel holds: 4 in an RGBA texture, 1 in a red one. */
export type Lanes = 1 | 4;

/**
 * A tensor's values in a texture, in their order in memory: texel k holds values k · lanes and those that
 * follow. With 4 lanes that is 4 channels of one pixel, so that nothing is ever moved between layouts.
 * Such a texture is `[count, 2, 2]` to TensorFlow.js, whose own kernels read it by their usual ways.
 */
export interface Texels extends TensorInfo {
  texture: WebGLTexture;
  lanes: Lanes;
  /** Texels in use, of rows times columns. */
  count: number;
  columns: number;
  rows: number;
}

/** How our programs hold a tensor whose last axis has this many entries. */
export function lanesOf(channels: number): Lanes {
  return channels % 4 === 0 ? 4 : 1;
}

/** A new float32 tensor of undefined values, in a texture as wide as it is high unless `columns` says else. */
export function createTexels(
  { backend }: Gpu,
  shape: number[],
  lanes: Lanes,
  columns?: number,
): Texels {
  const count = util.sizeFromShape(shape) / lanes;
  const { dataId } = backend.makeTensorInfo(lanes === 4 ? [count, 2, 2] : shape, 'float32');
  const data = backend.getDataInfo(dataId);
  const wide = columns ?? 2 ** Math.ceil(Math.log2(Math.sqrt(count)));
  const rows = Math.ceil(count / wide);
  data.isPacked = lanes === 4;
  // TensorFlow.js counts the sides of a packed texture in values: two a texel.
  data.texShape = lanes === 4 ? [2 * rows, 2 * wide] : [rows, wide];
  return { dataId, shape, dtype: 'float32', ...inspect(backend, dataId), lanes, count };
}

/** Two of one shape, for a program that writes both. */
export function createPair(gpu: Gpu, shape: number[], lanes: Lanes): [Texels, Texels] {
  return [createTexels(gpu, shape, lanes), createTexels(gpu, shape, lanes)];
}

/** Whether a tensor's texture is laid out as texels of 4 lanes. */
export function isQuads({ backend }: Gpu, { dataId }: TensorInfo): boolean {
  const { isPacked, shape, texture, texShape } = backend.getDataInfo(dataId);
  const columns = (texShape?.[1] ?? 0) / 2;
  const squares = shape.length === 3 && shape[1] === 2 && shape[2] === 2;
  return Boolean(texture) && isPacked === true && squares && (columns & (columns - 1)) === 0;
}

/** Lanes of the texture that a tensor is in, if our programs can read it as it is. */
export function lanesHeld(gpu: Gpu, tensor: TensorInfo): Lanes | undefined {
  if (isQuads(gpu, tensor)) return 4;
  const { texture, isPacked, slice } = gpu.backend.getDataInfo(tensor.dataId);
  return texture && !isPacked && !slice && tensor.dtype === 'float32' ? 1 : undefined;
}

/** A tensor's texture and its size in texels. */
export function inspect(backend: Gpu['backend'], dataId: object) {
  backend.uploadToGPU(dataId);
  const { texture, texShape, isPacked } = backend.getDataInfo(dataId);
  const [rows = 1, columns = 1] = (texShape ?? []).map((side) => (isPacked ? side / 2 : side));
  return { texture: texture?.texture as WebGLTexture, rows, columns };
}
