import { CheckpointError, quote, saveAgain } from '../checkpointError.ts';
import { maxTensors } from '../limits.ts';
import { isCounter } from '../names.ts';
import { isTorch, type TorchTensor } from './torchNames.ts';

/** Keys under which training scripts keep the weights, beside epochs and the optimiser's state. */
const nests = ['state_dict', 'model_state_dict', 'model'];

/**
 * The weights in what torch.save saved: a state dict, or a dict that holds one under a usual key.
 * Counters (`num_batches_tracked`) are passed over.
 * @throws CheckpointError naming what is no tensor
 */
export function findWeights(saved: unknown): [string, TorchTensor][] {
  if (!(saved instanceof Map)) {
    throw new CheckpointError('The file does not hold a dict of tensors.', saveAgain);
  }
  const nested = nests.map((key): unknown => saved.get(key)).find((value) => value instanceof Map);
  const dict: Map<unknown, unknown> = nested ?? saved;
  if (dict.size > maxTensors) {
    throw new CheckpointError(
      `The file holds ${dict.size} tensors; this page reads at most ${maxTensors}.`,
      saveAgain,
    );
  }
  const weights: [string, TorchTensor][] = [];
  for (const [key, value] of dict) {
    if (typeof key !== 'string' || !isTorch(value, 'tensor')) {
      throw new CheckpointError(`The entry ${quote(String(key))} is not a tensor.`, saveAgain);
    }
    if (!isCounter(key)) weights.push([key, value]);
  }
  return weights;
}
