import type { FeatureMaps } from '../nn/tensors.ts';
import type { StageMaps } from '../contract/classify.ts';

/** How many feature maps of one place are shown. */
const shown = 12;

/** The feature maps of one picture [1, side, side, channels] with the largest means, as grey pictures. */
export async function showMaps(maps: FeatureMaps): Promise<StageMaps> {
  const [, side, , channels] = maps.shape;
  const values = await maps.data();
  const pixelCount = side * side;
  const at = (channel: number, pixel: number) => values[pixel * channels + channel] as number;

  const means = Array.from({ length: channels }, (_, channel) => {
    let [sum, largest] = [0, 0];
    for (let pixel = 0; pixel < pixelCount; pixel++) {
      sum += at(channel, pixel);
      largest = Math.max(largest, at(channel, pixel));
    }
    return { channel, sum, largest };
  });
  const strongest = means.sort((a, b) => b.sum - a.sum).slice(0, shown);

  const pixels = new Uint8Array(strongest.length * pixelCount);
  for (const [place, { channel, largest }] of strongest.entries()) {
    for (let pixel = 0; pixel < pixelCount; pixel++) {
      pixels[place * pixelCount + pixel] = largest > 0 ? (255 * at(channel, pixel)) / largest : 0;
    }
  }
  return { channels, side, pixels };
}
