import { BatchNorm2d } from './batchnorm2d.ts';
import { Identity } from './identity.ts';
import type { NormLayer } from './norm.ts';

/** Batch norm, or nothing in its place. */
export function normLayerOf(batchNorm: boolean): NormLayer {
  return batchNorm ? BatchNorm2d : Identity;
}
