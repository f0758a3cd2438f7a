/** Numbers spread evenly over centre ± scale / 2 that follow from `name`: pattern.py's `pattern`. */
export function pattern(name: string, shape: number[], scale = 1, centre = 0): Float32Array {
  let salt = 0x811c9dc5; // FNV-1a
  for (const character of name) salt = Math.imul(salt ^ character.charCodeAt(0), 0x01000193) >>> 0;
  const length = shape.reduce((product, size) => product * size, 1);
  return Float32Array.from({ length }, (_, index) => {
    const unit = mix(mix((index + salt) >>> 0)) / 2 ** 32 - 0.5;
    return centre + scale * unit;
  });
}

/** A byte that follows from `index`: make_pictures.py's `noise`. */
export function noise(index: number): number {
  return mix(index) >>> 24;
}

/** MurmurHash3's 32-bit finaliser. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
