import { callAll } from '../call.ts';
import { callInPlace } from '../inPlace.ts';
import { networkBridge } from '../network/given.ts';
import { randomBridge } from '../random/bridge.ts';
import type { Tensor } from '../tensor/Tensor.ts';
import { gradientBridge } from './gradients.ts';
import { handleOf } from './handles.ts';
import { readInputs, readJson } from './inputs.ts';
import { tensorBridge } from './tensors.ts';
import { traceBridge } from './trace.ts';

/**
 * What Python's `_torch` module can call. Tensors cross as handles, inputs and attributes as JSON: texts and
 * numbers cross for a microsecond and leave nothing behind, objects would have to be destroyed.
 */
export const bridge = {
  /** @returns a handle, or several as JSON */
  call(name: string, inputs: string, attributes: string): number | string {
    const outputs = callAll(name, readInputs(inputs), readJson(attributes) as object);
    if (outputs.length === 1) return handleOf(outputs[0] as Tensor);
    return JSON.stringify(outputs.map(handleOf));
  },

  callInPlace(name: string, inputs: string, attributes: string): number {
    return handleOf(callInPlace(name, readInputs(inputs), readJson(attributes) as object));
  },

  ...tensorBridge,
  ...gradientBridge,
  ...traceBridge,
  ...randomBridge,
  ...networkBridge,
};
