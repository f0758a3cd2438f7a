import { CheckpointError, saveAgain } from './checkpointError.ts';
import { describeNetwork } from './describeNetwork.ts';
import { withTorchvisionNames } from './names.ts';
import { maxElements, maxRank } from './limits.ts';

/**
 * The number of elements of a tensor of this shape, which comes from a file and may be anything.
 * @param where names the tensor in errors
 * @throws CheckpointError if it is no list of sizes, or of too many or too large ones
 */
export function countElements(shape: unknown, where: string): number {
  if (!isShape(shape)) {
    throw new CheckpointError(
      `${where} has an impossible shape: a shape is a list of at most ${maxRank} sizes.`,
      saveAgain,
    );
  }
  const elements = shape.reduce((product, size) => product * size, 1);
  if (elements > maxElements) throw tooLarge(`${where} claims ${elements} values`);
  return elements;
}

function isShape(shape: unknown): shape is number[] {
  return (
    Array.isArray(shape) &&
    shape.length <= maxRank &&
    shape.every((size) => Number.isSafeInteger(size) && size >= 0)
  );
}

/**
 * @param tensors by key, before their values are read
 * @throws CheckpointError if all together have too many elements, naming the network that they are of
 */
export function checkTotal(
  tensors: readonly (readonly [key: string, { shape: number[]; elements: number }])[],
): void {
  const total = tensors.reduce((sum, [, { elements }]) => sum + elements, 0);
  if (total <= maxElements) return;
  const data = new Float32Array();
  const shapes = Object.fromEntries(tensors.map(([key, { shape }]) => [key, { shape, data }]));
  const network = describeNetwork(withTorchvisionNames(shapes).state);
  throw tooLarge(
    `${network ? `The file holds ${network}. ` : ''}All tensors together claim ${total} values`,
  );
}

function tooLarge(claim: string): CheckpointError {
  return new CheckpointError(
    `${claim}, more than the ${maxElements} that this page reads.`,
    'A ResNet-34 has 21.8 million values; choose a network of about that size.',
  );
}
