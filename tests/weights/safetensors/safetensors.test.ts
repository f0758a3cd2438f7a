import { expect, test } from 'vitest';
import { readSafetensors } from '../../../src/weights/safetensors/safetensors.ts';
import { writeSafetensors } from '../../../src/weights/safetensors/writeSafetensors.ts';
import { pattern } from '../../reference/pattern.ts';

test('reads what it has written: float32, and 8-bit weights times the scale of their channel', () => {
  const conv = pattern('conv', [3, 2, 3, 3]);
  const steps = Int8Array.from({ length: 12 }, (_, i) => 20 * i - 120);
  const file = writeSafetensors(
    {
      'fc.weight': { dtype: 'I8', shape: [3, 4], data: steps },
      'fc.weight.scale': { dtype: 'F32', shape: [3], data: Float32Array.of(0.5, 0.25, 2) },
      'conv.weight': { dtype: 'F32', shape: [3, 2, 3, 3], data: conv },
      ['__proto__']: { dtype: 'F32', shape: [], data: Float32Array.of(7) },
    },
    { format: 'pt' },
  );
  const state = readSafetensors(file);
  expect(state).toEqual({
    'conv.weight': { shape: [3, 2, 3, 3], data: conv },
    'fc.weight': {
      shape: [3, 4],
      data: Float32Array.of(-60, -50, -40, -30, -10, -5, 0, 5, 80, 120, 160, 200),
    },
    ['__proto__']: { shape: [], data: Float32Array.of(7) },
  });
  // Aligned float32 is not copied.
  expect(state['conv.weight']!.data.buffer).toBe(file.buffer);
});
