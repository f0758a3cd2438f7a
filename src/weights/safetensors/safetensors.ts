import { CheckpointError, quote, saveAgain } from '../checkpointError.ts';
import { isCounter } from '../names.ts';
import { readEntries, type SafetensorsEntry } from './safetensorsHeader.ts';
import type { StateDict } from '../../contract/stateDict.ts';
import { toFloat32 } from '../toFloat32.ts';

/**
 * The weights of a safetensors file: F32, F16, BF16, F64, and I8 with a scale.
 * An I8 tensor `key` of shape [out, …] has beside it the F32 tensor `key.scale` of shape [out], and stands
 * for `key[o] × scale[o]`. Counters (`num_batches_tracked`, lone integers) are passed over.
 * Aligned F32 tensors are views of `bytes`; all others are copies.
 * @throws CheckpointError naming the tensor, before anything is allocated for it
 */
export function readSafetensors(bytes: Uint8Array): StateDict {
  const entries = readEntries(bytes);
  const scales = new Set<string>();
  for (const [key, { dtype }] of entries) if (dtype === 'I8') scales.add(scaleKey(key));

  const state: StateDict = Object.create(null);
  for (const [key, entry] of entries) {
    const isLoneCount = entry.shape.length === 0 && /^[IU]|^BOOL/.test(entry.dtype);
    if (isCounter(key) || isLoneCount || scales.has(key)) continue;
    const data =
      entry.dtype === 'I8'
        ? dequantise(entry, key, entries.get(scaleKey(key)))
        : toFloat32(entry.bytes, entry.dtype, quote(key));
    state[key] = { shape: entry.shape, data };
  }
  return state;
}

/** Where the scales of 8-bit weights are: one an output channel. */
export function scaleKey(key: string): string {
  return `${key}.scale`;
}

function dequantise(
  { shape, bytes }: SafetensorsEntry,
  key: string,
  scale: SafetensorsEntry | undefined,
): Float32Array {
  const [channels] = shape;
  if (scale?.dtype !== 'F32' || scale.shape.length !== 1 || scale.shape[0] !== channels) {
    throw new CheckpointError(
      `${quote(key)} holds 8-bit weights, but ${quote(scaleKey(key))} does not hold one F32 scale for each of its ${channels ?? 0} channels.`,
      saveAgain,
    );
  }
  const scales = toFloat32(scale.bytes, 'F32', quote(scaleKey(key)));
  const steps = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = new Float32Array(steps.length);
  const perChannel = steps.length / scales.length;
  scales.forEach((step, channel) => {
    const end = (channel + 1) * perChannel;
    for (let i = channel * perChannel; i < end; i++) values[i] = (steps[i] as number) * step;
  });
  return values;
}
