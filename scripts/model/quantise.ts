import type { StateDict } from '../../src/contract/stateDict.ts';
import { scaleKey } from '../../src/weights/safetensors/safetensors.ts';
import type { Writable } from '../../src/weights/safetensors/writeSafetensors.ts';

/**
 * The weights of convolutions and linear layers in 8 bits, with one scale an output channel: the largest
 * weight of a channel becomes ±127. All else, such as batch norm, stays as it is.
 */
export function quantise(state: StateDict): Record<string, Writable> {
  const tensors: Record<string, Writable> = {};
  for (const [key, { shape, data }] of Object.entries(state)) {
    if (shape.length < 2) {
      tensors[key] = { dtype: 'F32', shape, data };
      continue;
    }
    const channels = shape[0]!;
    const { steps, scales } = quantiseChannels(data, channels);
    tensors[key] = { dtype: 'I8', shape, data: steps };
    tensors[scaleKey(key)] = { dtype: 'F32', shape: [channels], data: scales };
  }
  return tensors;
}

/** data ≈ steps × scales, with the values of a channel one after the other. */
function quantiseChannels(data: Float32Array, channels: number) {
  const perChannel = data.length / channels;
  const steps = new Int8Array(data.length);
  const scales = new Float32Array(channels);
  for (let channel = 0; channel < channels; channel++) {
    const values = data.subarray(channel * perChannel, (channel + 1) * perChannel);
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    scales[channel] = largest / 127 || 1;
    values.forEach((value, i) => {
      steps[channel * perChannel + i] = Math.round(value / scales[channel]!);
    });
  }
  return { steps, scales };
}
