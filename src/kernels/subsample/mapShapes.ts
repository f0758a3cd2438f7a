import type { Subsample, SubsampleGrad } from './contract.ts';

/** Of feature maps. */
export type Shape = [batch: number, height: number, width: number, channels: number];

/** What Subsample makes of maps of the shape `full`. */
export function halvedShape(full: Shape, { outChannels }: Subsample['attrs']): Shape {
  const [batch, height, width] = full;
  return [batch, Math.ceil(height / 2), Math.ceil(width / 2), outChannels];
}

/** What Subsample was given where it made maps of the shape `halves`. */
export function fullShape(halves: Shape, attrs: SubsampleGrad['attrs']): Shape {
  return [halves[0], attrs.height, attrs.width, attrs.channels];
}
