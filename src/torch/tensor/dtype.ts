export type Dtype = 'float32' | 'float64' | 'int64' | 'int32' | 'uint8' | 'bool';

/** Integers of 64 bits are kept as doubles: exact up to 2^53. */
export type Data = Float32Array | Float64Array | Int32Array | Uint8Array;

interface DtypeInfo {
  array: new (length: number) => Data;
  bytes: number;
  /** As in torch.FloatTensor. */
  tensor: string;
  /** As error messages name it. */
  scalar: string;
  /** Of PyTorch's three: a dtype of a higher one decides the result's. */
  category: 0 | 1 | 2;
}

const infos: Record<Dtype, DtypeInfo> = {
  bool: { array: Uint8Array, bytes: 1, tensor: 'BoolTensor', scalar: 'Bool', category: 0 },
  uint8: { array: Uint8Array, bytes: 1, tensor: 'ByteTensor', scalar: 'Byte', category: 1 },
  int32: { array: Int32Array, bytes: 4, tensor: 'IntTensor', scalar: 'Int', category: 1 },
  int64: { array: Float64Array, bytes: 8, tensor: 'LongTensor', scalar: 'Long', category: 1 },
  float32: { array: Float32Array, bytes: 4, tensor: 'FloatTensor', scalar: 'Float', category: 2 },
  float64: { array: Float64Array, bytes: 8, tensor: 'DoubleTensor', scalar: 'Double', category: 2 },
};

/** How a dtype is kept and named. */
export function infoOf(dtype: Dtype): DtypeInfo {
  return infos[dtype];
}

/** Whether numbers of this dtype have a gradient. */
export function isFloating(dtype: Dtype): boolean {
  return infos[dtype].category === 2;
}

/** How a number becomes one of this dtype, as C++ converts it. */
export function convertTo(dtype: Dtype): (value: number) => number {
  if (dtype === 'bool') return (value) => (value === 0 ? 0 : 1);
  if (isFloating(dtype)) return (value) => value;
  return Math.trunc;
}
