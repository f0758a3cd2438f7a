import * as tf from '@tensorflow/tfjs-core';
import { createRepeated } from '../kernels/replay/createRepeated.ts';
import { namedTensors, type Module } from './module.ts';

/** Forward and backward pass, done again and again. */
export interface Differentiation<Inputs extends tf.Tensor[]> {
  (...inputs: Inputs): {
    loss: tf.Scalar;
    /** What else the forward pass gave: a tidy may leave it, so dispose of it. */
    more: tf.Tensor[];
    /** ∂loss/∂w of every parameter, by the variable's name. */
    gradients: tf.NamedTensorMap;
  };
  /** Frees what it keeps between times. */
  dispose(): void;
}

/**
 * @param network whose parameters the loss is differentiated by
 * @param forward the loss, and what else is to be told; it may change nothing but the network's buffers, and depend on
 *   nothing besides (createRepeated)
 */
export function createDifferentiation<Inputs extends tf.Tensor[]>(
  network: Module,
  forward: (...inputs: Inputs) => [loss: tf.Scalar, ...more: tf.Tensor[]],
): Differentiation<Inputs> {
  const parameters = network.parameters();
  const repeated = createRepeated(
    (...inputs) => {
      let more: tf.Tensor[] = [];
      const { value, grads } = tf.variableGrads(() => {
        const [loss, ...others] = forward(...(inputs as Inputs));
        // The tidy of the gradients would free them.
        more = others.map((one) => tf.keep(one));
        return loss;
      }, parameters);
      return [value, ...parameters.map(({ name }) => grads[name] as tf.Tensor), ...more];
    },
    namedTensors(network).map(([, tensor]) => tensor),
  );
  const differentiate = (...inputs: Inputs) => {
    const [loss, ...others] = repeated(...inputs);
    const gradients = parameters.map(({ name }, i) => [name, others[i] as tf.Tensor]);
    return {
      loss: loss as tf.Scalar,
      more: others.slice(parameters.length),
      gradients: Object.fromEntries(gradients) as tf.NamedTensorMap,
    };
  };
  return Object.assign(differentiate, { dispose: repeated.dispose });
}
