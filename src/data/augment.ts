/** What happens to one training picture: a mirror image, and a move by whole pixels. */
export interface Augmentation {
  flip: boolean;
  shiftX: number;
  shiftY: number;
}

export const unchanged: Augmentation = { flip: false, shiftX: 0, shiftY: 0 };

/** Channel means and standard deviations, 0 to 1. */
export interface Normalisation {
  mean: readonly number[];
  std: readonly number[];
}

/**
 * Writes picture `index` of `pictures` [n, size, size, 3] into `target` at `offset`, moved, mirrored and
 * normalised: (value / 255 − mean) / std. What a move uncovers is 0, the channel's mean, as in the recipe of
 * He et al. 2015, section 4.2 (pad, crop, flip).
 */
export function writePicture(
  target: Float32Array,
  offset: number,
  pictures: Uint8Array,
  index: number,
  size: number,
  { flip, shiftX, shiftY }: Augmentation,
  { mean, std }: Normalisation,
): void {
  const picture = index * size * size * 3;
  for (let y = 0; y < size; y++) {
    const fromY = y + shiftY;
    for (let x = 0; x < size; x++) {
      const moved = x + shiftX;
      const fromX = flip ? size - 1 - moved : moved;
      const inside = fromY >= 0 && fromY < size && fromX >= 0 && fromX < size;
      const from = picture + (fromY * size + fromX) * 3;
      const to = offset + (y * size + x) * 3;
      for (let c = 0; c < 3; c++) {
        target[to + c] = inside
          ? ((pictures[from + c] as number) / 255 - (mean[c] as number)) / (std[c] as number)
          : 0;
      }
    }
  }
}
