import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { itemSize } from '../safetensors/dtypes.ts';
import { findWeights } from './findWeights.ts';
import { unpickle } from './pickle.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { torchNames, type TorchStorage } from './torchNames.ts';
import { torchState } from './torchState.ts';
import { readZip } from '../zip/zip.ts';
import { readDirectory } from '../zip/zipDirectory.ts';

/** Names of files that only TorchScript has. */
const isProgram = /^[^/]+\/(constants\.pkl$|code\/)/;

/**
 * The weights of a `.pth` file as torch.save writes it since version 1.6: an archive with a folder that
 * holds data.pkl, a pickle, and data/0, data/1 and so on, the storages of its tensors.
 * Aligned float32 tensors are views of `bytes`; all others are copies.
 * @see torch/serialization.py, _save and _load
 * @throws CheckpointError
 */
export function readPth(bytes: Uint8Array): Checkpoint {
  if (readDirectory(bytes).records.some(({ name }) => isProgram.test(name))) {
    throw new CheckpointError(
      'The file is TorchScript, a program together with its weights, and programs are not run here.',
      'Load it in PyTorch with torch.jit.load and write its weights with torch.save(model.state_dict(), "weights.pth").',
    );
  }
  const files = readZip(bytes);
  const pickles = [...files.keys()].filter((name) => /^[^/]+\/data\.pkl$/.test(name));
  const [pickleName] = pickles;
  if (pickleName === undefined || pickles.length > 1) {
    throw new CheckpointError(
      `The archive has ${pickles.length} files named data.pkl; PyTorch writes one.`,
      saveAgain,
    );
  }
  const root = pickleName.slice(0, pickleName.indexOf('/'));
  const byteOrder = files.get(`${root}/byteorder`);
  if (byteOrder && new TextDecoder().decode(byteOrder) !== 'little') {
    throw new CheckpointError(
      `${quote(`${root}/byteorder`)} says that the byte order is not "little".`,
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
    const name = `${root}/data/${key}`;
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
