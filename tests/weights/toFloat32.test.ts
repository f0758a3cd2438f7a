import { expect, test } from 'vitest';
import { toFloat32 } from '../../src/weights/toFloat32.ts';

test('half floats at the edges of IEEE 754 binary16', () => {
  const halves = {
    0x0000: 0,
    0x8000: -0,
    0x0001: 2 ** -24,
    0x83ff: -1023 * 2 ** -24,
    0x0400: 2 ** -14,
    0x3c00: 1,
    0xc248: -3.140625,
    0x7bff: 65504,
    0x7c00: Infinity,
    0xfc00: -Infinity,
    0x7e00: NaN,
  };
  const bytes = new Uint8Array(Uint16Array.from(Object.keys(halves), Number).buffer);
  expect([...toFloat32(bytes, 'F16', 'x')]).toEqual(Object.values(halves));
});

test('bfloat16 is the upper half of float32', () => {
  const bytes = new Uint8Array(Uint16Array.of(0x3f80, 0xc049, 0x0001, 0xff80, 0x7fc0).buffer);
  const expected = [1, -3.140625, 2 ** -133, -Infinity, NaN];
  expect([...toFloat32(bytes, 'BF16', 'x')]).toEqual(expected);
});
