import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { draw } from './draw.ts';
import type { Gpu } from './gpu.ts';
import { lanesToQuads } from './lanesToQuads.program.ts';
import { createTexels, inspect, isQuads, lanesOf, type Lanes, type Texels } from './texels.ts';

/**
 * Gives `compute` the inputs as texels of the given lanes, and frees what had to be converted for it.
 * An input without lanes gets those of its last axis.
 */
export function withTexels<T>(
  gpu: Gpu,
  inputs: readonly (TensorInfo | [TensorInfo, Lanes])[],
  compute: (...texels: Texels[]) => T,
): T {
  const converted: TensorInfo[] = [];
  const texels = inputs.map((input) => {
    const [tensor, lanes] = Array.isArray(input)
      ? input
      : [input, lanesOf(input.shape.at(-1) ?? 1)];
    const found = toTexels(gpu, tensor, lanes);
    if (found.dataId !== tensor.dataId) converted.push(found);
    return found;
  });
  const result = compute(...texels);
  for (const tensor of converted) gpu.backend.disposeIntermediateTensorInfo(tensor);
  return result;
}

function toTexels(gpu: Gpu, tensor: TensorInfo, lanes: Lanes): Texels {
  const { backend } = gpu;
  const { dataId, shape, dtype } = tensor;
  const count = util.sizeFromShape(shape) / lanes;
  const asThey = (id: object): Texels => ({
    ...{ dataId: id, shape, dtype, lanes, count },
    ...inspect(backend, id),
  });
  if (lanes === 4 && isQuads(gpu, tensor)) return asThey(dataId);
  const { isPacked, slice, shape: packedShape } = backend.getDataInfo(dataId);
  const flat = isPacked || slice ? unpacked(gpu, { dataId, shape: packedShape, dtype }) : dataId;
  if (lanes === 1) return asThey(flat);

  const values: Texels = { ...asThey(flat), lanes: 1 };
  const quads = createTexels(gpu, shape, 4);
  draw(gpu, lanesToQuads(), { values }, [quads], { size: 4 * count });
  if (flat !== dataId) backend.disposeIntermediateTensorInfo(values);
  return quads;
}

/** One value a texel, in a texture of its own. */
function unpacked({ backend }: Gpu, tensor: TensorInfo): object {
  if (backend.getDataInfo(tensor.dataId).isPacked) return backend.unpackTensor(tensor).dataId;
  const packed = backend.packTensor(tensor);
  const flat = backend.unpackTensor(packed);
  backend.disposeIntermediateTensorInfo(packed);
  return flat.dataId;
}
