import type { Saved, SavedTensor, Tensor } from '../tensor/Tensor.ts';

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
