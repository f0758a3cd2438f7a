import type { Rng } from '../../lib/rng.ts';
import type { Rgb } from './manifest.ts';

/** How a picture is laid on its canvas: mirrored first, then moved right by dx and down by dy pixels. */
export interface Placement {
  flip: boolean;
  dx: number;
  dy: number;
}

export const unmoved: Placement = { flip: false, dx: 0, dy: 0 };

/** A random placement: mirrored half of the time, moved by up to `shift` pixels (He et al. 2015, section 4.2). */
export function drawPlacement(
  rng: Rng,
  { flip, shift }: { flip: boolean; shift: number },
): Placement {
  return {
    flip: flip && rng.next() < 0.5,
    dx: rng.int(2 * shift + 1) - shift,
    dy: rng.int(2 * shift + 1) - shift,
  };
}

/** How many random numbers `drawPlacement` takes. */
export function drawsPerPlacement({ flip }: { flip: boolean }): number {
  return flip ? 3 : 2;
}

/** [3, 256]: (value / 255 − mean) / std for each channel and each byte value. */
export function normalisedValues(mean: Rgb, std: Rgb): Float32Array {
  const values = new Float32Array(3 * 256);
  for (let channel = 0; channel < 3; channel++) {
    for (let byte = 0; byte < 256; byte++) {
      const centred = byte / 255 - (mean[channel] as number);
      values[channel * 256 + byte] = centred / (std[channel] as number);
    }
  }
  return values;
}

/**
 * Writes one picture [size, size, 3] of bytes into `target`, as many floats, normalised and placed.
 * Pixels from outside the picture are 0: the mean of all pictures.
 */
export function placePicture(
  target: Float32Array,
  picture: Uint8Array,
  size: number,
  values: Float32Array,
  { flip, dx, dy }: Placement,
): void {
  let at = 0;
  for (let y = 0; y < size; y++) {
    const row = y - dy;
    for (let x = 0; x < size; x++) {
      const moved = x - dx;
      const column = flip ? size - 1 - moved : moved;
      const inside = row >= 0 && row < size && column >= 0 && column < size;
      const from = (row * size + column) * 3;
      for (let channel = 0; channel < 3; channel++) {
        target[at++] = inside
          ? (values[channel * 256 + (picture[from + channel] as number)] as number)
          : 0;
      }
    }
  }
}
