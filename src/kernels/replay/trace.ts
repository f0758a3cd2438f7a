import * as tf from '@tensorflow/tfjs-core';

/** What a kernel was called with, and gave. */
export interface KernelCall {
  name: string;
  run: tf.KernelFunc;
  /** By name or, where `isList` says so, in order; undefined where an optional one was left out. */
  inputs: [name: string, tensor: tf.TensorInfo | undefined][];
  isList: boolean;
  attrs: tf.NamedAttrMap | undefined;
  outputs: tf.TensorInfo[];
}

interface Listener {
  /** Hears what a kernel is given, before it runs. */
  before(inputs: KernelCall['inputs']): void;
  /** Hears what it gave. */
  after(outputs: readonly tf.TensorInfo[]): void;
}

/**
 * Runs a computation on the backend in use and writes down which kernels it calls. One that is composed of others is
 * written down as those.
 * @returns no calls where a composed kernel did something besides, which could not be done again
 */
export function traceKernels<Result>(
  compute: () => Result,
  listener: Listener,
): { result: Result; calls: KernelCall[] | undefined } {
  const calls: KernelCall[] = [];
  const made = new Set<object>();
  let isComplete = true;

  const traced =
    ({ kernelName: name, kernelFunc: run }: tf.KernelConfig): tf.KernelFunc =>
    (call) => {
      const isList = Array.isArray(call.inputs);
      const inputs = Object.entries(call.inputs as Record<string, tf.TensorInfo | undefined>).map(
        ([input, tensor]): KernelCall['inputs'][number] => [input, tensor && toInfo(tensor)],
      );
      const before = calls.length;
      listener.before(inputs);
      const given = run(call);
      const outputs = (Array.isArray(given) ? given : [given]).map(toInfo);
      if (calls.length > before) isComplete &&= outputs.every(({ dataId }) => made.has(dataId));
      else calls.push({ name, run, inputs, isList, attrs: call.attrs, outputs });
      for (const { dataId } of outputs) made.add(dataId);
      listener.after(outputs);
      return given;
    };

  const kernels = tf.getKernelsForBackend(tf.getBackend());
  try {
    for (const kernel of kernels) register({ ...kernel, kernelFunc: traced(kernel) });
    const result = compute();
    return { result, calls: isComplete ? calls : undefined };
  } finally {
    kernels.forEach(register);
  }
}

/** As it is now: a variable gets other values. */
function toInfo({ dataId, shape, dtype }: tf.TensorInfo): tf.TensorInfo {
  return { dataId, shape, dtype };
}

/** In the place of the one that is registered. */
function register(kernel: tf.KernelConfig): void {
  tf.unregisterKernel(kernel.kernelName, kernel.backendName);
  tf.registerKernel(kernel);
}
