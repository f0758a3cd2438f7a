import * as tf from '@tensorflow/tfjs-core';
import { Module } from './module.ts';
import type { FeatureMaps } from './tensors.ts';

/** A module from feature maps to feature maps. */
export interface Layer extends Module {
  forward(x: FeatureMaps): FeatureMaps;
}

/** Layers one after the other; their keys are their places, as in `layer1.0`. */
export class Sequential<L extends Layer = Layer> extends Module {
  constructor(...layers: NoInfer<L>[]) {
    super();
    Object.assign(this, layers); // fields '0', '1', …: an array field would put its name in the keys
  }

  get layers(): L[] {
    return (Object.values(this) as unknown[]).filter((field) => field instanceof Module) as L[];
  }

  forward(x: FeatureMaps): FeatureMaps {
    return runInTurn(this.layers, x, (layer, out) => layer.forward(out));
  }
}

/**
 * What `run` makes of x with one layer after the other. What a layer leaves behind is freed before the next:
 * without gradients to come, that is most of the memory.
 */
export function runInTurn<L>(
  layers: L[],
  x: FeatureMaps,
  run: (layer: L, x: FeatureMaps) => FeatureMaps,
): FeatureMaps {
  return layers.reduce((out, layer) => {
    const next = tf.tidy(() => run(layer, out));
    if (out !== x) out.dispose();
    return next;
  }, x);
}
