import { expect, test } from 'vitest';
import { greyToRgba, heatToVeil, rgbToRgba } from '../../../src/ui/pixels/toRgba.ts';

test('colours become opaque bytes, and what is out of range the nearest of them', () => {
  expect([...rgbToRgba([0, 0.5, 1, -2, 0.2, 7])]).toEqual([0, 128, 255, 255, 0, 51, 255, 255]);
});

test('a map becomes grey between the values that are black and white', () => {
  expect([...greyToRgba(Uint8Array.of(0, 51, 255), 255)]).toEqual([
    ...[0, 0, 0, 255],
    ...[51, 51, 51, 255],
    ...[255, 255, 255, 255],
  ]);
  expect([...greyToRgba([-2, 0, 9], 2, -2)]).toEqual([
    ...[0, 0, 0, 255],
    ...[128, 128, 128, 255],
    ...[255, 255, 255, 255],
  ]);
});

test('a veil is clear where a class is seen, and hides least there', () => {
  expect([...heatToVeil(Float32Array.of(1, 0, 0.5))]).toEqual([
    ...[0, 0, 0, 0],
    ...[0, 0, 0, 225],
    ...[0, 0, 0, 112],
  ]);
});
