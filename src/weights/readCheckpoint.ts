import { CheckpointError, downloadAgain, saveAgain } from './checkpointError.ts';
import { expectFinite } from './expectFinite.ts';
import { readLegacyPth } from './torch/legacyPth.ts';
import { withTorchvisionNames } from './names.ts';
import { readPth } from './torch/pth.ts';
import { readSafetensors } from './safetensors/safetensors.ts';
import type { StateDict } from '../contract/stateDict.ts';

/**
 * The weights of a checkpoint in any format that is read here, told by its bytes: safetensors, torch's
 * archive and its legacy stream. Keys are torchvision's; every value is finite.
 * Tensors may be views of `file`, which must then stay as it is and must not be transferred.
 * @param name what the reader knows the file by, for errors
 * @throws CheckpointError
 */
export function readCheckpoint(file: Uint8Array | ArrayBuffer, name: string): StateDict {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
  try {
    const state = withTorchvisionNames(chooseReader(bytes)(bytes));
    expectFinite(state);
    return state;
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    throw new CheckpointError(`${name}: ${error.message}`, error.remedy, { cause: error });
  }
}

function chooseReader(bytes: Uint8Array): (bytes: Uint8Array) => StateDict {
  const startsWith = (text: string, at = 0) =>
    [...text].every((character, i) => bytes[at + i] === character.charCodeAt(0));

  if (startsWith('PK')) return readPth;
  if (startsWith('\x80')) return readLegacyPth;
  // After the length of the header, as no other format here has it.
  if (startsWith('{', 8)) return readSafetensors;
  if (startsWith('ustar', 257)) {
    throw new CheckpointError(
      'The file is a tar archive, the format that torchvision used before 2020.',
      'Choose the file resnet34-b627a593.pth instead, or load this one in PyTorch and save it again.',
    );
  }
  if (startsWith('version https://git-lfs')) {
    throw new CheckpointError(
      'The file is only a Git LFS pointer to the weights.',
      'Download the weights themselves: run git lfs pull, or use the page’s download button.',
    );
  }
  if (startsWith('<')) {
    throw new CheckpointError('The file is a web page, not weights.', downloadAgain);
  }
  throw new CheckpointError(
    bytes.length === 0
      ? 'The file is empty.'
      : 'The file is neither a safetensors file nor one written by torch.save.',
    bytes.length === 0 ? downloadAgain : saveAgain,
  );
}
