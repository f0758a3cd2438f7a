import type { DecodedPng } from 'fast-png';

/** RGBA bytes of a decoded PNG of any depth and number of channels; of 16 bits the upper eight are taken, as Pillow does. */
export function unpackPng(png: DecodedPng): Uint8ClampedArray<ArrayBuffer> {
  const { width, height, depth, channels, data, palette } = png;
  const rowLength = Math.ceil((width * channels * Math.min(depth, 8)) / 8);
  const scale = depth < 8 && !palette ? 255 / (2 ** depth - 1) : 1;
  const sample = (row: number, index: number) => {
    if (depth >= 8) return (data[row * rowLength + index] as number) >> (depth - 8);
    const byte = data[row * rowLength + Math.floor((index * depth) / 8)] as number;
    return ((byte >> (8 - depth - ((index * depth) % 8))) & (2 ** depth - 1)) * scale;
  };
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  let out = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, out += 4) {
      const first = column * channels;
      const colour = palette
        ? (palette[sample(row, first)] ?? [])
        : Array.from({ length: channels }, (_, channel) => sample(row, first + channel));
      const isGrey = colour.length <= 2;
      for (let channel = 0; channel < 3; channel++) {
        rgba[out + channel] = colour[isGrey ? 0 : channel] ?? 0;
      }
      rgba[out + 3] = colour[isGrey ? 1 : 3] ?? 255;
    }
  }
  return rgba;
}
