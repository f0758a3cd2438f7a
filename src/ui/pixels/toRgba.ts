/** Bytes [pixels, 4] of red, green, blue and alpha, as a canvas takes them. */
type Rgba = Uint8ClampedArray<ArrayBuffer>;

/**
 * An opaque picture from its colours.
 * @param rgb [pixels, 3] from 0 to 1; what lies outside is drawn as the nearest end
 */
export function rgbToRgba(rgb: ArrayLike<number>): Rgba {
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let i = 0; i < rgb.length; i++) {
    rgba[Math.floor(i / 3) * 4 + (i % 3)] = 255 * (rgb[i] as number);
  }
  return rgba;
}

/**
 * An opaque grey picture of a map.
 * @param map [pixels] in any unit
 * @param white the value drawn white, and all above it
 * @param black the value drawn black, and all below it
 */
export function greyToRgba(map: ArrayLike<number>, white: number, black = 0): Rgba {
  const rgba = new Uint8ClampedArray(map.length * 4).fill(255);
  for (let i = 0; i < map.length; i++) {
    const grey = (255 * ((map[i] as number) - black)) / (white - black);
    rgba.fill(grey, i * 4, i * 4 + 3);
  }
  return rgba;
}

/**
 * A dark veil to lay over a picture, thin where the map is high: it needs no colour to be read.
 * @param map [pixels] from 0, almost opaque, to 1, clear
 */
export function heatToVeil(map: ArrayLike<number>): Rgba {
  const rgba = new Uint8ClampedArray(map.length * 4);
  for (let i = 0; i < map.length; i++) rgba[i * 4 + 3] = 225 * (1 - (map[i] as number));
  return rgba;
}
