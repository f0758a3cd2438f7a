import { decode } from 'fast-png';
import { assert } from '../../lib/assert.ts';

/** Crops of public/samples as the pretrained network wants them, as data URLs by their paths. */
const files = import.meta.glob<string>('./pictures/*.png', {
  query: '?inline',
  import: 'default',
  eager: true,
});

const urls = new Map(
  Object.entries(files).map(([path, url]) => [path.replace(/^.*\/(.*)\.png$/, '$1'), url]),
);

export function namesOfPictures(): string[] {
  return [...urls.keys()];
}

/** Bytes of red, green and blue, each row by row: [3, height, width]. */
export function pixelsOf(name: string): { pixels: Float32Array; height: number; width: number } {
  const url = urls.get(name);
  assert(url !== undefined, `There is no picture ${name}.`);
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (c) => c.charCodeAt(0));
  const { data, width, height, channels } = decode(bytes);
  const size = width * height;
  const pixels = new Float32Array(3 * size);
  for (let i = 0; i < 3 * size; i++) {
    pixels[i] = data[(i % size) * channels + Math.floor(i / size)] as number;
  }
  return { pixels, height, width };
}
