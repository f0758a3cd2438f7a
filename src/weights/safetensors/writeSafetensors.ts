/** A tensor to be written: I8 holds 8-bit weights, whose scales are a tensor of their own (`key.scale`). */
export type Writable =
  | { dtype: 'F32'; shape: number[]; data: Float32Array }
  | { dtype: 'I8'; shape: number[]; data: Int8Array };

/**
 * A safetensors file of these tensors. As the format's own writer does, it puts the larger elements first
 * and pads the header to eight bytes, so that every float32 is aligned and can be read without a copy.
 */
export function writeSafetensors(
  tensors: Record<string, Writable>,
  metadata?: Record<string, string>,
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(tensors).sort(
    ([, a], [, b]) => b.data.BYTES_PER_ELEMENT - a.data.BYTES_PER_ELEMENT,
  );
  let length = 0;
  const claims = entries.map(([key, { dtype, shape, data }]) => {
    const begin = length;
    length += data.byteLength;
    return [key, { dtype, shape, data_offsets: [begin, length] }] as const;
  });
  const header = Object.fromEntries<object>(claims);
  if (metadata) header.__metadata__ = metadata;

  const json = new TextEncoder().encode(JSON.stringify(header));
  const dataStart = 8 + Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(dataStart + length).fill(0x20, 8, dataStart);
  new DataView(file.buffer).setBigUint64(0, BigInt(dataStart - 8), true);
  file.set(json, 8);
  let at = dataStart;
  for (const [, { data }] of entries) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}
