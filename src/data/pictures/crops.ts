import type { Rng } from '../../lib/rng.ts';
import type { Picture } from './preprocess.ts';

/** A square cut out of a picture at random: half its shorter side at least, all of it at most. */
export function randomSquare(picture: Picture, rng: Rng): Picture {
  const longest = Math.min(picture.width, picture.height);
  const shortest = Math.ceil(longest / 2);
  const side = shortest + rng.int(longest - shortest + 1);
  const left = rng.int(picture.width - side + 1);
  const top = rng.int(picture.height - side + 1);
  return {
    width: side,
    height: side,
    read: (x, y, width, height) => picture.read(left + x, top + y, width, height),
  };
}
