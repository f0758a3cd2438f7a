import { CheckpointError, downloadAgain, quote, saveAgain } from '../checkpointError.ts';
import { itemSize } from '../safetensors/dtypes.ts';
import { findWeights } from './findWeights.ts';
import { Opaque } from './opaque.ts';
import { unpickle, type PickleNames } from './pickle.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { torchNames, type TorchStorage } from './torchNames.ts';
import { torchState } from './torchState.ts';

const magic = 0x1950a86a20f9469cfc6cn;
const protocol = 1001;

/**
 * The weights of a `.pth` file as torch.save wrote it before version 1.6: pickles of a magic number, a
 * protocol number, properties of the system, the object and a list of storage keys; then for each key the
 * number of elements as int64, and the elements.
 * Aligned float32 tensors are views of `bytes`; all others are copies.
 * @see torch/serialization.py, _legacy_save and _legacy_load
 * @throws CheckpointError
 */
export function readLegacyPth(bytes: Uint8Array): Checkpoint {
  const used = new Map<string, TorchStorage>();
  const names: PickleNames = {
    global: torchNames.global,
    persistent(id, fail) {
      const storage = torchNames.persistent(id, fail);
      if (!(storage instanceof Opaque)) used.set(storage.key, storage);
      return storage;
    },
  };
  let at = 0;
  const next = (what: string) => {
    const { value, end } = unpickle(bytes, at, names, what);
    at = end;
    return value;
  };

  if (next('The magic number') !== magic || next('The protocol number') !== protocol) {
    throw new CheckpointError('The file is a pickle, but torch.save did not write it.', saveAgain);
  }
  const system = next('The list of system properties');
  if (!(system instanceof Map) || system.get('little_endian') !== true) {
    throw new CheckpointError(
      'The file comes from a system with a different byte order.',
      saveAgain,
    );
  }
  const { weights, notes } = findWeights(next('The pickle of the weights'));
  const storages = readStorages(bytes, next('The list of storages'), at, used);
  const state = torchState(weights, ({ key, dtype, elements }) => {
    const storage = storages.get(key);
    const size = elements * itemSize(dtype);
    if (storage?.length !== size) {
      throw new CheckpointError(
        `The storage ${quote(key)} has ${storage?.length ?? 0} bytes, but ${elements} ${dtype} values need ${size}.`,
        downloadAgain,
      );
    }
    return storage;
  });
  return { state, notes };
}

/** The storages' bytes by key, as views, which fill the file from byte `at` to its end. */
function readStorages(
  bytes: Uint8Array,
  keys: unknown,
  at: number,
  used: Map<string, TorchStorage>,
): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const storages = new Map<string, Uint8Array>();
  for (const key of Array.isArray(keys) ? (keys as unknown[]) : []) {
    const storage = typeof key === 'string' ? used.get(key) : undefined;
    if (!storage || storages.has(storage.key)) {
      throw new CheckpointError(
        `The list of storages names ${typeof key === 'string' ? quote(key) : 'something'}, which no tensor uses, or names it twice.`,
        downloadAgain,
      );
    }
    const start = at + 8;
    const end =
      start <= bytes.length
        ? start + Number(view.getBigUint64(at, true)) * itemSize(storage.dtype)
        : Infinity;
    if (end > bytes.length) {
      throw new CheckpointError(
        `The storage ${quote(storage.key)} begins at byte ${at} and runs past the end of the file, which has ${bytes.length} bytes.`,
        downloadAgain,
      );
    }
    storages.set(storage.key, bytes.subarray(start, end));
    at = end;
  }
  if (at !== bytes.length) {
    throw new CheckpointError(`The storages end at byte ${at} of ${bytes.length}.`, downloadAgain);
  }
  return storages;
}
