/** Element types of checkpoints, named as safetensors names them, with their sizes in bytes. */
const itemSizes = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  I64: 8,
  I32: 4,
  I16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
};

export type Dtype = keyof typeof itemSizes;

export function isDtype(name: unknown): name is Dtype {
  return typeof name === 'string' && Object.hasOwn(itemSizes, name);
}

/** Bytes of one element. */
export function itemSize(dtype: Dtype): number {
  return itemSizes[dtype];
}
