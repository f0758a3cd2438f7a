import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../lib/rng.ts';

/**
 * A layer or a network: an object whose fields are parameters (trainable variables), buffers (other
 * variables) and modules, or arrays of modules. The path of fields to a tensor is its key in a
 * checkpoint, as in PyTorch: `layer1.0.conv1.weight`.
 */
export abstract class Module {
  /** Whether batch norm uses the statistics of the batch (true) or the running ones. */
  training = true;

  /** Switches this module and all inside it to training mode, or to evaluation with `false`. */
  train(training = true): this {
    for (const [, module] of namedModules(this)) module.training = training;
    return this;
  }

  /** Switches this module and all inside it to evaluation mode. */
  eval(): this {
    return this.train(false);
  }

  /** What training changes, in the order of the fields. */
  parameters(): tf.Variable[] {
    return namedTensors(this).flatMap(([, tensor]) => (tensor.trainable ? [tensor] : []));
  }

  /**
   * Draws this layer's own parameters afresh; the modules inside draw theirs (see initialise.ts).
   * @param rngFor the source of random numbers of the parameter in the field `name`
   */
  resetParameters(_rngFor: (name: string) => Rng): void {
    // Most modules have no parameters of their own.
  }

  /** Frees all parameters and buffers; the module is of no use afterwards. */
  dispose(): void {
    for (const [, tensor] of namedTensors(this)) tensor.dispose();
  }
}

/** Every parameter and buffer below `module` by key, such as `layer1.0.bn1.running_mean`. */
export function namedTensors(module: Module): [key: string, tensor: tf.Variable][] {
  return namedModules(module).flatMap(([path, inner]) =>
    Object.entries(inner).flatMap(([name, value]) =>
      value instanceof tf.Variable ? [[join(path, name), value] as [string, tf.Variable]] : [],
    ),
  );
}

/** `module` itself, as '', and every module below it by path, such as `layer1.0`. */
export function namedModules(module: Module, path = ''): [path: string, module: Module][] {
  const found: [string, Module][] = [[path, module]];
  for (const [name, value] of Object.entries(module)) {
    const inner = Array.isArray(value) ? Object.entries(value) : [['', value] as const];
    for (const [index, child] of inner) {
      if (child instanceof Module) found.push(...namedModules(child, join(path, name, index)));
    }
  }
  return found;
}

/** How many numbers training changes. */
export function parameterCount(module: Module): number {
  return module.parameters().reduce((sum, { size }) => sum + size, 0);
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('.');
}
