import type { StateDict } from '../../contract/stateDict.ts';
import { writeSafetensors, type Writable } from '../safetensors/writeSafetensors.ts';

/** A picture [1, 3, size, size] as the network takes it, and its logits [classes]. */
export interface PyTorchExample {
  picture: StateDict[string];
  logits: StateDict[string];
}

/**
 * A safetensors file of a network in PyTorch's keys and layouts, with an example to check it by under the keys
 * `test.picture` and `test.logits`, which no network has.
 */
export function pytorchWeights(state: StateDict, example: PyTorchExample): Uint8Array<ArrayBuffer> {
  const tensors = {
    ...state,
    'test.picture': example.picture,
    'test.logits': example.logits,
  };
  const writable = Object.entries(tensors).map(([key, tensor]): [string, Writable] => [
    key,
    { dtype: 'F32', ...tensor },
  ]);
  return writeSafetensors(Object.fromEntries(writable), { format: 'pt' });
}
