import * as tf from '@tensorflow/tfjs-core';
import { kernelError } from '../kernelError.ts';
import type { Plan, Reading, Step } from './plan.ts';

/** A backend of TensorFlow.js counts who holds a tensor's values, which its type does not say. */
export type CountingBackend = tf.KernelBackend & { incRef(dataId: object): void };

/**
 * Calls the kernels of a plan on the backend in use.
 * @param given the values of its first slots, which stay the caller's
 * @returns its results, which are the caller's; undefined where a value of the state stays what it is
 */
export function runPlan(
  { steps, results, stateCount }: Plan,
  given: readonly object[],
  backend: CountingBackend,
): (tf.Tensor | undefined)[] {
  const slots: (object | undefined)[] = [...given];
  try {
    for (const step of steps) runStep(step, slots, backend);
  } catch (error) {
    for (const dataId of slots.slice(given.length)) if (dataId) backend.disposeData(dataId);
    throw error;
  }
  // Who gives a value holds it; of a kernel's, the first result does.
  const held = new Set(given.keys());
  return results.map((result, i) => {
    if (i < stateCount && result.slot === i) return undefined;
    const info = toInfo(result, slots);
    if (held.has(result.slot)) backend.incRef(info.dataId);
    held.add(result.slot);
    return tf.engine().makeTensorFromTensorInfo(info);
  });
}

function runStep(step: Step, slots: (object | undefined)[], backend: CountingBackend): void {
  const { inputs: readings, isList, attrs, outputs, keeps, frees } = step;
  const inputs: Record<string, tf.TensorInfo> = isList ? ([] as never) : {};
  for (const [name, reading] of readings) if (reading) inputs[name] = toInfo(reading, slots);
  // With two that hold it, no kernel writes into it.
  for (const slot of keeps) backend.incRef(slots[slot] as object);
  try {
    const made = step.run({ inputs: inputs as never, attrs: attrs as never, backend });
    if (Array.isArray(made))
      made.forEach(({ dataId }, i) => (slots[outputs[i] as number] = dataId));
    else slots[outputs[0] as number] = made.dataId;
  } catch (error) {
    throw kernelError(step.name, error);
  } finally {
    for (const slot of keeps) backend.disposeData(slots[slot] as object);
  }
  for (const slot of frees) {
    backend.disposeData(slots[slot] as object);
    slots[slot] = undefined;
  }
}

function toInfo({ slot, shape, dtype }: Reading, slots: readonly unknown[]): tf.TensorInfo {
  return { dataId: slots[slot] as object, shape, dtype };
}
