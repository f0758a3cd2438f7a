import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../lib/rng.ts';
import { Projection } from './projection.ts';
import { parameter } from './variable.ts';

/** A fully connected layer, y = x W + b. */
export class Linear extends Projection {
  /** [out] */
  readonly bias: tf.Variable<tf.Rank.R1>;

  /** Born with zero weights: `initialise` draws them, or `loadStateDict` fills them. */
  constructor(inFeatures: number, outFeatures: number) {
    super(inFeatures, outFeatures);
    this.bias = parameter(() => tf.zeros([outFeatures]));
  }

  protected override transform(x: tf.Tensor2D): tf.Tensor2D {
    return tf.add(super.transform(x), this.bias);
  }

  /** Uniform within ±1/√in, weights and bias: the default of PyTorch's Linear, kept by torchvision's ResNets. */
  override resetParameters(rngFor: (name: string) => Rng): void {
    super.resetParameters(rngFor);
    this.draw(this.bias, rngFor('bias'));
  }
}
