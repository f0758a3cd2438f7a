import { CheckpointError, saveAgain } from './checkpointError.ts';
import type { Dtype } from './safetensors/dtypes.ts';

/**
 * Little-endian elements as float32. F32 that lies on a multiple of four bytes is not copied: the result
 * is a view of `bytes`. Doubles are rounded.
 * @param where names the tensor in the error
 * @throws CheckpointError for types that hold no weights: integers and truth values
 */
export function toFloat32(bytes: Uint8Array, dtype: Dtype, where: string): Float32Array {
  switch (dtype) {
    case 'F32':
      return new Float32Array(...aligned(bytes, 4));
    case 'F64':
      return new Float32Array(new Float64Array(...aligned(bytes, 8)));
    case 'BF16': {
      // The upper half of a float32.
      const bits = new Uint32Array(new Uint16Array(...aligned(bytes, 2)));
      for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) << 16;
      return new Float32Array(bits.buffer);
    }
    case 'F16': {
      halves ??= Float32Array.from({ length: 2 ** 16 }, (_, bits) => halfToNumber(bits));
      const values = new Float32Array(bytes.length / 2);
      const source = new Uint16Array(...aligned(bytes, 2));
      for (let i = 0; i < values.length; i++) values[i] = halves[source[i] as number] as number;
      return values;
    }
    default:
      throw new CheckpointError(
        `${where} holds ${dtype} numbers, which cannot be weights.`,
        saveAgain,
      );
  }
}

/** Where typed elements of `size` bytes may be seen: in the bytes themselves if aligned, else in a copy. */
function aligned(bytes: Uint8Array, size: number): [ArrayBufferLike, number, number] {
  const placed = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
  return [placed.buffer, placed.byteOffset, placed.length / size];
}

/** All half-precision numbers, in the order of their bits; made when first needed. */
let halves: Float32Array | undefined;

/** IEEE 754 binary16: a sign, five bits of exponent with bias 15, ten of fraction. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
