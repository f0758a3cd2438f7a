import { infoOf } from '../tensor/dtype.ts';
import { showShape } from '../tensor/shape.ts';
import type { SavedTensor, Tensor } from '../tensor/Tensor.ts';
import { TorchError } from '../TorchError.ts';
import { nodeOf } from './edges.ts';

/**
 * The saved tensor, if its numbers are still those that were saved.
 * @throws {TorchError} RuntimeError where it was changed in place since
 */
export function unpack(saved: SavedTensor | undefined): Tensor | undefined {
  if (!saved) return undefined;
  const { tensor, original, version } = saved;
  if (tensor.version.value !== version) {
    const node = nodeOf(original);
    const isNamespaced = node?.name === 'CopySlices' || node?.name === 'CopyBackwards';
    const name = isNamespaced ? `torch::autograd::${node.name}` : node?.name;
    const from = name ? `, which is output ${original.outputIndex} of ${name},` : '';
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
