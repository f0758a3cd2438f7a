import * as tf from '@tensorflow/tfjs-core';
import type { ChannelMaps, PlaceMaps } from '../contract/classify.ts';
import type { Way } from '../contract/surgery.ts';
import type { FeatureMaps } from '../nn/tensors.ts';

/** How many channels of one place are shown. */
const shown = 8;
/** What the largest value of a channel is written as. */
const most = 127;

/** What was kept at one place of the network, [1, side, side, channels] each. */
export interface KeptMaps {
  /** Such as `stem`, or `2.3` for the fourth block of the third stage. */
  place: string;
  branch: FeatureMaps | null;
  /** After the stem: all there is. */
  shortcut: FeatureMaps;
  /** The terms that are added up. */
  way: Way;
}

/** Keeps a tensor beyond the tidy in which it was computed. */
export const keep = (x: FeatureMaps): FeatureMaps => tf.keep(tf.clone(x));

/** The same, read from the device: [side, side, channels] each. */
export interface ReadMaps extends Pick<KeptMaps, 'place' | 'way'> {
  side: number;
  channels: number;
  branch: Values | undefined;
  shortcut: Values;
}

export async function readMaps({ place, way, ...terms }: KeptMaps): Promise<ReadMaps> {
  const [, side, , channels] = terms.shortcut.shape;
  const [branch, shortcut] = await Promise.all([terms.branch?.data(), terms.shortcut.data()]);
  return { place, way, side, channels, branch, shortcut };
}

/** The feature maps of one place to look at: their mean, and the channels with the largest means with all terms. */
export function showMaps({ place, way, side, channels, branch, shortcut }: ReadMaps): PlaceMaps {
  const sum = addUp(shortcut, branch, way);
  const mean = meanOver(channels, sum);
  const means = sumsPerChannel(channels, sum);
  const strongest = [...means.keys()]
    .sort((a, b) => (means[b] as number) - (means[a] as number))
    .slice(0, shown)
    .map((channel): ChannelMaps => {
      const of = (values: ArrayLike<number>) => pick(values, channel, channels);
      const maps = { y: of(sum), shortcut: of(shortcut), ...(branch && { branch: of(branch) }) };
      const largest = Object.values(maps).reduce((top, map) => Math.max(top, largestOf(map)), 0);
      const write = (map: Float32Array) => Int8Array.from(map, (value) => scaled(value, largest));
      return {
        ...{ channel, largest, y: write(maps.y), shortcut: write(maps.shortcut) },
        branch: maps.branch ? write(maps.branch) : null,
      };
    });
  const brightest = largestOf(mean);
  return {
    ...{ place, side, channels, strongest },
    mean: Int8Array.from(mean, (value) => scaled(value, brightest)),
  };
}

/** relu(F(x) + x) without the term that was cut. */
function addUp(shortcut: Values, branch: Values | undefined, way: Way): Float32Array {
  return Float32Array.from(shortcut, (value, i) =>
    Math.max(0, (way === 'branch' ? 0 : value) + (way === 'shortcut' ? 0 : (branch?.[i] ?? 0))),
  );
}

type Values = ArrayLike<number> & Iterable<number>;

function meanOver(channels: number, values: Float32Array): Float32Array {
  const mean = new Float32Array(values.length / channels);
  for (let i = 0; i < values.length; i++) {
    const pixel = Math.floor(i / channels);
    mean[pixel] = (mean[pixel] as number) + (values[i] as number) / channels;
  }
  return mean;
}

function sumsPerChannel(channels: number, values: Float32Array): Float32Array {
  const sums = new Float32Array(channels);
  for (let i = 0; i < values.length; i++) {
    sums[i % channels] = (sums[i % channels] as number) + (values[i] as number);
  }
  return sums;
}

function pick(values: ArrayLike<number>, channel: number, channels: number): Float32Array {
  return Float32Array.from(
    { length: values.length / channels },
    (_, pixel) => values[pixel * channels + channel] as number,
  );
}

const largestOf = (values: Float32Array) =>
  values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);

const scaled = (value: number, largest: number) =>
  largest > 0 ? Math.round((most * value) / largest) : 0;
