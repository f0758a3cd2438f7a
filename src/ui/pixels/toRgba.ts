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
 * An opaque picture of a signed map: violet below 0, the colour of paper at 0, gold above it. Both ends are dark,
 * so it can be read without colours, too.
 * @param map [pixels] in any unit
 * @param most the value at the dark end of gold; less than its opposite is drawn as that
 */
export function signedToRgba(map: ArrayLike<number>, most: number): Rgba {
  const rgba = new Uint8ClampedArray(map.length * 4).fill(255);
  for (let i = 0; i < map.length; i++) {
    rgba.set(between(signed, most > 0 ? (1 + (map[i] as number) / most) / 2 : 0.5), i * 4);
  }
  return rgba;
}

/**
 * A veil to lay over a picture: clear where the map is high, gold below that, and dark violet where it is 0.
 * @param map [pixels] from 0, almost opaque, to 1, clear
 */
export function heatToVeil(map: ArrayLike<number>): Rgba {
  const rgba = new Uint8ClampedArray(map.length * 4);
  for (let i = 0; i < map.length; i++) {
    const value = map[i] as number;
    rgba.set([...between(heat, value), 225 * (1 - value)], i * 4);
  }
  return rgba;
}

type Rgb = readonly [number, number, number];

/** Colours at equal distances from one end of a colour map to the other. */
const signed: readonly Rgb[] = [
  ...([
    [52, 34, 110],
    [128, 112, 190],
    [243, 240, 232],
  ] as const),
  ...([
    [224, 166, 58],
    [104, 60, 0],
  ] as const),
];
const heat: readonly Rgb[] = [
  [24, 14, 58],
  [96, 44, 100],
  [224, 150, 40],
  [255, 214, 110],
];

/** The colour of a map at a place from 0 to 1; beyond its ends the nearest. */
function between(colours: readonly Rgb[], at: number): Rgb {
  const place = Math.min(1, Math.max(0, at)) * (colours.length - 1);
  const below = Math.min(Math.floor(place), colours.length - 2);
  const [from, to] = [colours[below], colours[below + 1]] as [Rgb, Rgb];
  const mix = (i: 0 | 1 | 2) => from[i] + (place - below) * (to[i] - from[i]);
  return [mix(0), mix(1), mix(2)];
}

/** The colour maps of this file as a style sheet's gradients, from left to right. */
export const gradients = {
  signed: gradient(signed),
  positive: gradient(signed.slice(2)),
  heat: gradient(heat),
};

function gradient(colours: readonly Rgb[]): string {
  return `linear-gradient(to right, ${colours.map((rgb) => `rgb(${rgb.join(' ')})`).join(', ')})`;
}
