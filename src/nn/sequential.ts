import * as tf from '@tensorflow/tfjs-core';
import { Module } from './module.ts';
import type { FeatureMaps } from './tensors.ts';

/** A module from feature maps to feature maps. */
export interface Layer extends Module {
  forward(x: FeatureMaps): FeatureMaps;
}

/** Layers one after the other; their keys are their places, as in `layer1.0`. */
export class Sequential extends Module {
  constructor(...layers: Layer[]) {
    super();
    Object.assign(this, layers); // fields '0', '1', …: an array field would put its name in the keys
  }

  get layers(): Layer[] {
    return (Object.values(this) as unknown[]).filter((field) => field instanceof Module) as Layer[];
  }

  forward(x: FeatureMaps): FeatureMaps {
    return this.layers.reduce((out, layer) => {
      // What a layer leaves behind is freed before the next: without gradients to come, that is most of the memory.
      const next = tf.tidy(() => layer.forward(out));
      if (out !== x) out.dispose();
      return next;
    }, x);
  }
}
