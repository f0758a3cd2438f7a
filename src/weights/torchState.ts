import { CheckpointError, quote, saveAgain } from './checkpointError.ts';
import { contiguous } from './contiguous.ts';
import { checkTotal } from './elements.ts';
import { maxTensors } from './limits.ts';
import { isCounter } from './names.ts';
import type { StateDict } from './stateDict.ts';
import { toFloat32 } from './toFloat32.ts';
import { isTorch, type TorchStorage, type TorchTensor } from './torchNames.ts';

/** Keys under which training scripts keep the weights, beside epochs and the optimiser's state. */
const nests = ['state_dict', 'model_state_dict', 'model'];

/**
 * The weights in what torch.save saved: a state dict, or a dict that holds one under a usual key.
 * Counters (`num_batches_tracked`) are passed over.
 * @param bytesOf the bytes of a storage: exactly as many as it has elements
 * @throws CheckpointError naming the tensor, before anything is allocated for it
 */
export function torchState(
  saved: unknown,
  bytesOf: (storage: TorchStorage) => Uint8Array,
): StateDict {
  const weights = findWeights(saved);
  checkTotal(weights.map(([, { elements }]) => elements));
  const state: StateDict = Object.create(null);
  for (const [key, tensor] of weights) {
    const bytes = contiguous(tensor, bytesOf(tensor.storage));
    state[key] = { shape: tensor.shape, data: toFloat32(bytes, tensor.storage.dtype, quote(key)) };
  }
  return state;
}

function findWeights(saved: unknown): [string, TorchTensor][] {
  if (!(saved instanceof Map)) {
    throw new CheckpointError('The file holds no dict of tensors.', saveAgain);
  }
  const nested = nests.map((key): unknown => saved.get(key)).find((value) => value instanceof Map);
  const dict: Map<unknown, unknown> = nested ?? saved;
  if (dict.size > maxTensors) {
    throw new CheckpointError(
      `The file holds ${dict.size} tensors; at most ${maxTensors} are read.`,
      saveAgain,
    );
  }
  const weights: [string, TorchTensor][] = [];
  for (const [key, value] of dict) {
    if (typeof key !== 'string' || !isTorch(value, 'tensor')) {
      throw new CheckpointError(`${quote(String(key))} is no tensor of a state dict.`, saveAgain);
    }
    if (!isCounter(key)) weights.push([key, value]);
  }
  return weights;
}
