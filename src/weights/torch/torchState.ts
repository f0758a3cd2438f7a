import { quote } from '../checkpointError.ts';
import { contiguous } from './contiguous.ts';
import { checkTotal } from '../elements.ts';
import type { StateDict } from '../../contract/stateDict.ts';
import { toFloat32 } from '../toFloat32.ts';
import type { TorchStorage, TorchTensor } from './torchNames.ts';

/**
 * The state dict of these weights. Aligned float32 in row-major order is not copied.
 * @param bytesOf the bytes of a storage: exactly as many as it has elements
 * @throws CheckpointError naming the tensor, before anything is allocated for it
 */
export function torchState(
  weights: [string, TorchTensor][],
  bytesOf: (storage: TorchStorage) => Uint8Array,
): StateDict {
  checkTotal(weights);
  const state: StateDict = Object.create(null);
  for (const [key, tensor] of weights) {
    const bytes = contiguous(tensor, bytesOf(tensor.storage));
    state[key] = { shape: tensor.shape, data: toFloat32(bytes, tensor.storage.dtype, quote(key)) };
  }
  return state;
}
