import { TorchError } from '../TorchError.ts';
import { infoOf } from '../tensor/dtype.ts';
import { showShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/Tensor.ts';

interface SavedTensor {
  tensor: Tensor;
  /** Of an input: the tensor itself, whose present history an error tells of. */
  original: Tensor;
  /** The storage's version when it was saved. */
  version: number;
}

/** What an operation leaves for its gradient. */
export interface Saved {
  inputs: (SavedTensor | undefined)[];
  outputs: (SavedTensor | undefined)[];
  /** Anything else that forward put aside, by name: tensors, typed arrays, numbers. */
  kept: Record<string, unknown>;
}

export function saveNothing(): Saved {
  return { inputs: [], outputs: [], kept: {} };
}

export function saveTensor(tensor: Tensor, original = tensor): SavedTensor {
  return { tensor, original, version: tensor.version.value };
}

/** Whether freeing it takes something away from a second backward(). */
export function holdsAnything({ inputs, outputs, kept }: Saved): boolean {
  return (
    inputs.some((saved) => saved) || outputs.some((saved) => saved) || Object.keys(kept).length > 0
  );
}

/**
 * The saved tensor, if its numbers are still those that were saved.
 * @throws {TorchError} RuntimeError where it was changed in place since
 */
export function unpack(saved: SavedTensor | undefined): Tensor | undefined {
  if (!saved) return undefined;
  const { tensor, original, version } = saved;
  if (tensor.version.value !== version) {
    const from = original.node
      ? `, which is output ${original.outputIndex} of ${original.node.name},`
      : '';
    throw new TorchError(
      'RuntimeError',
      'one of the variables needed for gradient computation has been modified by an inplace operation: ' +
        `[torch.${infoOf(tensor.dtype).tensor} ${showShape(tensor.shape)}]${from} is at version ` +
        `${tensor.version.value}; expected version ${version} instead. Hint: enable anomaly detection to find ` +
        'the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).',
    );
  }
  return tensor;
}
