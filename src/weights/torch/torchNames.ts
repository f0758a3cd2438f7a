import { quote } from '../checkpointError.ts';
import type { Dtype } from '../safetensors/dtypes.ts';
import { countElements } from '../elements.ts';
import { Opaque } from './opaque.ts';
import type { Call, PickleNames } from './pickle.ts';
import type { Fail } from './pickleReader.ts';

/** A type of storage, named by the pickle. */
interface StorageType {
  kind: 'storage type';
  dtype: Dtype;
}

/** Elements that lie in the file beside the pickle, under `key`. */
export interface TorchStorage {
  kind: 'storage';
  key: string;
  dtype: Dtype;
  elements: number;
}

/** A view of a storage as torch's: element [i, j, …] lies at offset + i × strides[0] + j × strides[1] + … */
export interface TorchTensor {
  kind: 'tensor';
  storage: TorchStorage;
  offset: number;
  shape: number[];
  strides: number[];
  elements: number;
}

type TorchObject = StorageType | TorchStorage | TorchTensor;

/** Of all that an unpickled value can be, only the objects made here have a kind. */
export function isTorch<Kind extends TorchObject['kind']>(
  value: unknown,
  kind: Kind,
): value is Extract<TorchObject, { kind: Kind }> {
  return (value as Partial<TorchObject> | null | undefined)?.kind === kind;
}

/** All that a pickle may refer to and that means something here. */
const globals = new Map<string, unknown>([
  ['collections.OrderedDict', emptyDict satisfies Call],
  ['torch._utils._rebuild_tensor_v2', rebuildTensor satisfies Call],
  ['torch._utils._rebuild_parameter', rebuildParameter satisfies Call],
  ['torch._utils._rebuild_parameter_with_state', rebuildParameter satisfies Call],
  ['torch.DoubleStorage', storageType('F64')],
  ['torch.FloatStorage', storageType('F32')],
  ['torch.HalfStorage', storageType('F16')],
  ['torch.BFloat16Storage', storageType('BF16')],
  // Counters and an optimiser's steps: they are skipped, but many files have them.
  ['torch.LongStorage', storageType('I64')],
  ['torch.IntStorage', storageType('I32')],
  ['torch.ByteStorage', storageType('U8')],
  ['torch.BoolStorage', storageType('BOOL')],
]);

function storageType(dtype: Dtype): StorageType {
  return { kind: 'storage type', dtype };
}

/** The names in torch.save's pickles: dicts, tensors, Parameters and storages. */
export const torchNames = {
  global: (name: string) => globals.get(name),
  persistent: findStorage,
} satisfies PickleNames;

/** A persistent id is ('storage', type, key, location, elements), in legacy files with a view, always None. */
function findStorage(id: unknown, fail: Fail): TorchStorage | Opaque {
  const [kind, type, key, , elements, view = null] = Array.isArray(id) ? (id as unknown[]) : [];
  // Of a type that holds no weights, such as complex numbers.
  if (kind === 'storage' && type instanceof Opaque) return type;
  if (kind !== 'storage' || !isTorch(type, 'storage type') || typeof key !== 'string') {
    throw fail('a persistent id does not refer to a storage');
  }
  const isView = view !== null;
  if (isView || !isCount(elements)) {
    throw fail(`the storage ${quote(key)} ${isView ? 'is a view' : 'has an impossible size'}`);
  }
  return { kind: 'storage', key, dtype: type.dtype, elements };
}

function emptyDict(args: unknown[], fail: Fail): Map<unknown, unknown> {
  if (args.length > 0) throw fail('an OrderedDict is created with arguments');
  return new Map();
}

/** torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks). */
function rebuildTensor(args: unknown[], fail: Fail): TorchTensor | Opaque {
  const [storage, offset, shape, strides] = args;
  if (storage instanceof Opaque) return storage;
  if (!isTorch(storage, 'storage')) throw fail('a tensor has no storage');
  const where = `a tensor of the storage ${quote(storage.key)}`;
  const elements = countElements(shape, where);
  const sizes = shape as number[];
  if (!isCount(offset) || !isCounts(strides, sizes.length)) {
    throw fail(`${where} has an impossible offset or impossible strides`);
  }
  // More elements than the storage has come only of expand(), and would make a small file large.
  if (elements > storage.elements) {
    throw fail(`${where} has ${elements} elements, but the storage has ${storage.elements}`);
  }
  const last = sizes.reduce(
    (index, size, axis) => index + (size - 1) * Number(strides[axis]),
    offset,
  );
  if (elements > 0 && last >= storage.elements) {
    throw fail(
      `${where} reaches element ${last}, but the storage has ${storage.elements}, counted from 0`,
    );
  }
  // Copies, since the pickle may go on to append to its lists.
  return { kind: 'tensor', storage, offset, shape: [...sizes], strides: [...strides], elements };
}

/** torch._utils._rebuild_parameter(data, requires_grad, backward_hooks), and the same with attributes. */
function rebuildParameter([data]: unknown[], fail: Fail): TorchTensor | Opaque {
  if (data instanceof Opaque) return data;
  if (!isTorch(data, 'tensor')) throw fail('a Parameter holds no tensor');
  return data;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCounts(values: unknown, length: number): values is number[] {
  return Array.isArray(values) && values.length === length && values.every(isCount);
}
