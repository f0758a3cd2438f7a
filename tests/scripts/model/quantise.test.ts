import { expect, test } from 'vitest';
import { quantise } from '../../../scripts/model/quantise.ts';
import { createRng } from '../../../src/lib/rng.ts';
import { readSafetensors } from '../../../src/weights/safetensors/safetensors.ts';
import { writeSafetensors } from '../../../src/weights/safetensors/writeSafetensors.ts';

test('8-bit weights come back within half a step of their channel, all else exactly', () => {
  const rng = createRng(1, 'quantise');
  const weight = Float32Array.from({ length: 3 * 2 * 9 }, (_, i) => rng.normal() * 10 ** (i % 3));
  weight.fill(0, 0, 18); // a channel without weights
  const bias = Float32Array.of(0.1, -3e-9, 7);
  const state = {
    'conv.weight': { shape: [3, 2, 3, 3], data: weight },
    'bn.bias': { shape: [3], data: bias },
  };
  const back = readSafetensors(writeSafetensors(quantise(state)));
  expect(Object.keys(back).sort()).toEqual(['bn.bias', 'conv.weight']);
  expect(back['bn.bias']!.data).toEqual(bias);
  expect(back['conv.weight']!.shape).toEqual([3, 2, 3, 3]);
  for (let channel = 0; channel < 3; channel++) {
    const values = weight.subarray(channel * 18, (channel + 1) * 18);
    const step = Math.max(...values.map(Math.abs)) / 127;
    values.forEach((value, i) => {
      const error = Math.abs(back['conv.weight']!.data[channel * 18 + i]! - value);
      expect(error).toBeLessThanOrEqual(step * 0.501);
    });
  }
});
