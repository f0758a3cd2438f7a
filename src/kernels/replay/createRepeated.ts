import * as tf from '@tensorflow/tfjs-core';
import { arePlansEqual, makePlan, type Plan } from './plan.ts';
import { runPlan, type CountingBackend } from './runPlan.ts';
import { traceKernels, type KernelCall } from './trace.ts';

type Compute = (...inputs: tf.Tensor[]) => tf.Tensor[];

/** A computation that is done again and again on other numbers. */
export interface Repeated {
  /** @returns the computation's results, which are the caller's */
  (...inputs: tf.Tensor[]): tf.Tensor[];
  /** Frees what it keeps between times. */
  dispose(): void;
}

/** How a computation was done once. */
interface Recording {
  plan: Plan;
  backend: CountingBackend;
  /** Values that neither are given nor come from a kernel. */
  constants: tf.Tensor[];
}

/**
 * Does a computation as it is written at first, and writes down twice which kernels it calls. Once it is known that they
 * were the same, it only calls those, one after another, for the same numbers: TensorFlow.js's operations, tape and
 * scopes, which take longer than small kernels, are skipped. Where it was not, or inputs have other shapes than at
 * first, it goes on as it is written.
 *
 * @param compute may depend on nothing but its inputs and the state, and changes nothing but the state
 * @param state the variables that it reads or changes, all of them
 */
export function createRepeated(compute: Compute, state: readonly tf.Variable[]): Repeated {
  let recorded: Recording | undefined;
  let shapes = '';
  let phase: 'new' | 'traced once' | 'comparing' | 'replaying' | 'as written' = 'new';
  const forget = () => {
    tf.dispose(recorded?.constants ?? []);
    recorded = undefined;
  };
  const giveUp = () => {
    phase = 'as written';
    forget();
  };

  const repeated = (...inputs: tf.Tensor[]): tf.Tensor[] => {
    const now = inputs.map(({ shape, dtype }) => `${dtype} ${shape.join()}`).join('; ');
    const fits = !recorded || (recorded.backend === tf.backend() && shapes === now);
    if (phase === 'comparing' || phase === 'as written' || !fits)
      return tf.tidy(() => compute(...inputs));
    if (phase === 'replaying') return replay(recorded as Recording, inputs, state);

    const { results, recording } = record(compute, inputs, state);
    const earlier = recorded;
    recorded = recording;
    shapes = now;
    phase = earlier ? 'comparing' : 'traced once';
    if (!recording) giveUp();
    if (earlier)
      void areEqual(earlier, recording).then((isSame) => {
        tf.dispose(earlier.constants);
        // Disposed of meanwhile, or given up.
        if (phase !== 'comparing') return;
        if (isSame) phase = 'replaying';
        else giveUp();
      });
    return results;
  };
  return Object.assign(repeated, { dispose: giveUp });
}

function record(
  compute: Compute,
  inputs: readonly tf.Tensor[],
  state: readonly tf.Variable[],
): { results: tf.Tensor[]; recording: Recording | undefined } {
  const backend = tf.backend() as CountingBackend;
  const given = [...state, ...inputs].map(({ dataId }) => dataId);
  const known = new Set<object>(given);
  const constants: tf.Tensor[] = [];
  const listener = {
    before(tensors: KernelCall['inputs']) {
      for (const [, tensor] of tensors) {
        if (!tensor || known.has(tensor.dataId)) continue;
        known.add(tensor.dataId);
        backend.incRef(tensor.dataId);
        constants.push(tf.keep(tf.engine().makeTensorFromTensorInfo(tensor)));
      }
    },
    after(outputs: readonly tf.TensorInfo[]) {
      for (const { dataId } of outputs) known.add(dataId);
    },
  };
  let plan: Plan | undefined;
  try {
    const { result: results, calls } = traceKernels(
      () => tf.tidy(() => compute(...inputs)),
      listener,
    );
    const all = [...given, ...constants.map(({ dataId }) => dataId)];
    // A result may be missing: whoever wants it says so.
    if (calls && results.every(Boolean))
      plan = makePlan(calls, all, [...state, ...results], state.length);
    return { results, recording: plan && { plan, backend, constants } };
  } finally {
    if (!plan) tf.dispose(constants);
  }
}

/** Never rejects. */
async function areEqual(one: Recording, other: Recording | undefined): Promise<boolean> {
  if (!other || !arePlansEqual(one.plan, other.plan)) return false;
  const read = ({ constants }: Recording) => Promise.all(constants.map((each) => each.data()));
  try {
    const [values, otherValues] = await Promise.all([read(one), read(other)]);
    return values.every((each, i) => tf.util.arraysEqual(each, otherValues[i] as typeof each));
  } catch {
    // The device was lost.
    return false;
  }
}

function replay(
  { plan, backend, constants }: Recording,
  inputs: readonly tf.Tensor[],
  state: readonly tf.Variable[],
): tf.Tensor[] {
  const given = [...state, ...inputs, ...constants].map(({ dataId }) => dataId);
  const results = runPlan(plan, given, backend);
  for (const [i, variable] of state.entries()) {
    const successor = results[i];
    if (!successor) continue;
    variable.assign(successor);
    successor.dispose();
  }
  return results.slice(state.length) as tf.Tensor[];
}
