import { expect, test } from 'vitest';
import { greyToRgba, heatToVeil, rgbToRgba, signedToRgba } from '../../../src/ui/pixels/toRgba.ts';

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

test('a signed map is paper at zero, and darker towards both ends', () => {
  const rgba = signedToRgba([0, 2, -2, 9, 1], 2);
  const at = (pixel: number) => [...rgba.slice(pixel * 4, pixel * 4 + 4)];
  expect(at(0)).toEqual([243, 240, 232, 255]);
  expect(at(1)).toEqual([104, 60, 0, 255]);
  expect(at(2)).toEqual([52, 34, 110, 255]);
  expect(at(3)).toEqual(at(1));
  expect(at(4)).toEqual([224, 166, 58, 255]);
  expect([...signedToRgba([0], 0)]).toEqual(at(0));
});

test('a veil is clear where a class is seen, and hides least there', () => {
  const rgba = heatToVeil(Float32Array.of(1, 0, 0.5));
  const at = (pixel: number) => [...rgba.slice(pixel * 4, pixel * 4 + 4)];
  expect(at(0)).toEqual([255, 214, 110, 0]);
  expect(at(1)).toEqual([24, 14, 58, 225]);
  expect(at(2)).toEqual([160, 97, 70, 112]);
});
