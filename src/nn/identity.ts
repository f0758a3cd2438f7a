import { Module } from './module.ts';
import { follow, type Followers } from './norm.ts';
import type { FeatureMaps } from './tensors.ts';

/** PyTorch's Identity, for networks without normalisation: only what follows the norm is computed. */
export class Identity extends Module {
  forward(x: FeatureMaps, followers: Followers = {}): FeatureMaps {
    return follow(x, followers);
  }
}
