import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { itemSize } from '../safetensors/dtypes.ts';
import { findPickle } from './findPickle.ts';
import { findWeights } from './findWeights.ts';
import { unpickle } from './pickle.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { torchNames, type TorchStorage } from './torchNames.ts';
import { torchState } from './torchState.ts';
import { readZip } from '../zip/zip.ts';
import { readDirectory } from '../zip/zipDirectory.ts';

/**
 * The weights of a `.pth` file as torch.save writes it since version 1.6: an archive with a folder that
 * holds data.pkl, a pickle, and data/0, data/1 and so on, the storages of its tensors.
 * Aligned float32 tensors are views of `bytes`; all others are copies.
 * @param inflated the files that the archive keeps compressed, unpacked (torch/inflatePth.ts)
 * @see torch/serialization.py, _save and _load
 * @throws CheckpointError
 */
export function readPth(bytes: Uint8Array, inflated?: ReadonlyMap<string, Uint8Array>): Checkpoint {
  const pickleName = findPickle(readDirectory(bytes).records);
  const files = readZip(bytes, inflated);
  const root = pickleName.slice(0, -'data.pkl'.length);
  const byteOrder = files.get(`${root}byteorder`);
  if (byteOrder && new TextDecoder().decode(byteOrder) !== 'little') {
    throw new CheckpointError(
      `${quote(`${root}byteorder`)} says that the byte order is not "little".`,
      saveAgain,
    );
  }

  const pickle = files.get(pickleName) as Uint8Array;
  const { value, end } = unpickle(pickle, 0, torchNames, pickleName);
  if (end !== pickle.length) {
    throw new CheckpointError(
      `${quote(pickleName)} has bytes after its end at byte ${end}.`,
      saveAgain,
    );
  }
  const { weights, notes } = findWeights(value);
  const state = torchState(weights, ({ key, dtype, elements }: TorchStorage) => {
    const name = `${root}data/${key}`;
    const storage = files.get(name);
    const size = elements * itemSize(dtype);
    if (storage?.length !== size) {
      throw new CheckpointError(
        storage
          ? `${quote(name)} has ${storage.length} bytes, but ${elements} ${dtype} values need ${size}.`
          : `${quote(name)} is missing from the archive.`,
        downloadAgain,
      );
    }
    return storage;
  });
  return { state, notes };
}
