import { formatOf } from './formatOf.ts';
import { expectFinite } from './expectFinite.ts';
import { readLegacyPth } from './torch/legacyPth.ts';
import { withTorchvisionNames } from './names.ts';
import { readPth } from './torch/pth.ts';
import { readSafetensors } from './safetensors/safetensors.ts';
import { withFileName } from './withFileName.ts';
import type { Checkpoint } from './checkpoint.ts';

/**
 * The weights of a checkpoint in any format that is read here, told by its bytes and not by its name:
 * safetensors, torch's archive and its legacy stream. Keys are torchvision's; every value is finite.
 * Tensors may be views of `file`, which must then stay as it is and must not be transferred.
 * @param name what the reader knows the file by, for errors
 * @param inflated the files of an archive that keeps them compressed, unpacked (torch/inflatePth.ts)
 * @throws CheckpointError
 */
export function readCheckpoint(
  file: Uint8Array | ArrayBuffer,
  name: string,
  inflated?: ReadonlyMap<string, Uint8Array>,
): Checkpoint {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
  try {
    const { state: found, notes } = read(bytes, inflated);
    const { state, notes: alsoNotes } = withTorchvisionNames(found);
    expectFinite(state);
    return { state, notes: [...notes, ...alsoNotes] };
  } catch (error) {
    throw withFileName(name, error);
  }
}

function read(bytes: Uint8Array, inflated?: ReadonlyMap<string, Uint8Array>): Checkpoint {
  switch (formatOf(bytes)) {
    case 'torch archive':
      return readPth(bytes, inflated);
    case 'torch stream':
      return readLegacyPth(bytes);
    case 'safetensors':
      return { state: readSafetensors(bytes), notes: [] };
  }
}
