import { createRng } from '../../src/lib/rng.ts';
import type { PictureSource } from '../../src/experiments/sources.ts';

/** Pictures of random pixels, always the same. */
export const fakePictures: PictureSource = {
  raw: (count, size) => Promise.resolve(draw(count, size, (rng) => rng.next())),
  normalised: (count, size) => Promise.resolve(draw(count, size, (rng) => rng.normal())),
};

function draw(
  count: number,
  pictureSize: number,
  value: (rng: ReturnType<typeof createRng>) => number,
) {
  const rng = createRng(1);
  const pictures = Float32Array.from({ length: count * pictureSize ** 2 * 3 }, () => value(rng));
  const labels = Int32Array.from({ length: count }, () => rng.int(10));
  return { pictures, labels, pictureSize };
}

/** All that an experiment finds. */
export async function collect<T>(findings: AsyncGenerator<T, void>): Promise<T[]> {
  const all: T[] = [];
  for await (const finding of findings) all.push(finding);
  return all;
}
