import { CheckpointError } from './checkpointError.ts';
import { formatOf } from './formatOf.ts';
import { expectFinite } from './expectFinite.ts';
import { readLegacyPth } from './torch/legacyPth.ts';
import { withTorchvisionNames } from './names.ts';
import { readPth } from './torch/pth.ts';
import { readSafetensors } from './safetensors/safetensors.ts';
import type { Checkpoint } from './checkpoint.ts';

/**
 * The weights of a checkpoint in any format that is read here, told by its bytes and not by its name:
 * safetensors, torch's archive and its legacy stream. Keys are torchvision's; every value is finite.
 * Tensors may be views of `file`, which must then stay as it is and must not be transferred.
 * @param name what the reader knows the file by, for errors
 * @throws CheckpointError
 */
export function readCheckpoint(file: Uint8Array | ArrayBuffer, name: string): Checkpoint {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
  try {
    const { state: found, notes } = chooseReader(bytes)(bytes);
    const { state, notes: alsoNotes } = withTorchvisionNames(found);
    expectFinite(state);
    return { state, notes: [...notes, ...alsoNotes] };
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    throw new CheckpointError(`${name}: ${error.message}`, error.remedy, { cause: error });
  }
}

function chooseReader(bytes: Uint8Array): (bytes: Uint8Array) => Checkpoint {
  switch (formatOf(bytes)) {
    case 'torch archive':
      return readPth;
    case 'torch stream':
      return readLegacyPth;
    case 'safetensors':
      return (file) => ({ state: readSafetensors(file), notes: [] });
  }
}
