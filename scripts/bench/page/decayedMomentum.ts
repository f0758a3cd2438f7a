import * as tf from '@tensorflow/tfjs';

/** TensorFlow.js's momentum, which knows no weight decay, with PyTorch's: g ← g + weightDecay · w. */
export class DecayedMomentum extends tf.MomentumOptimizer {
  readonly #weightDecay: number;

  constructor(settings: { learningRate: number; momentum: number; weightDecay: number }) {
    super(settings.learningRate, settings.momentum);
    this.#weightDecay = settings.weightDecay;
  }

  override applyGradients(given: Parameters<tf.MomentumOptimizer['applyGradients']>[0]): void {
    const gradients = Array.isArray(given)
      ? given
      : Object.entries(given).map(([name, tensor]) => ({ name, tensor }));
    const decayed = tf.tidy(() =>
      gradients.map(({ name, tensor }) => {
        const weight = tf.engine().registeredVariables[name]!;
        return { name, tensor: tf.add(tensor, tf.mul(weight, this.#weightDecay)) };
      }),
    );
    super.applyGradients(decayed);
    tf.dispose(decayed.map(({ tensor }) => tensor));
  }
}
