import type { Tensor } from '../tensor/Tensor.ts';

export interface SavedTensor {
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
