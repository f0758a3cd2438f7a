import * as tf from '@tensorflow/tfjs-core';
import type { KernelCall } from './trace.ts';

/** A value where it is read. */
export interface Reading {
  slot: number;
  shape: number[];
  dtype: tf.DataType;
}

/** One kernel of a plan. */
export interface Step {
  name: string;
  run: tf.KernelFunc;
  /** As in a KernelCall. */
  inputs: [name: string, input: Reading | undefined][];
  isList: boolean;
  attrs: tf.NamedAttrMap | undefined;
  outputs: number[];
  /** Slots among the inputs that are read later: the kernel may not write into their values. */
  keeps: number[];
  /** Slots that nobody reads afterwards. */
  frees: number[];
}

/**
 * What a computation does each time. Its values are known by slots: first those of what is given, then those of
 * the steps' outputs.
 */
export interface Plan {
  steps: Step[];
  /**
   * What is left in the end: for each variable of the state its new value, or its own slot where it keeps the old one;
   * then what the computation returns.
   */
  results: Reading[];
  /** How many variables the state has: the first of what is given, and of the results. */
  stateCount: number;
}

/** Their outputs share their input's values where the backend can: then there is nothing to run. */
const passes = new Set<string>([tf.Identity, tf.Reshape]);

/**
 * @param given the values before the first kernel, those of the state first
 * @param results as in a Plan
 * @param stateCount as in a Plan
 * @returns undefined where a value neither is given nor comes from a kernel, or where one is given twice
 */
export function makePlan(
  calls: readonly KernelCall[],
  given: readonly object[],
  results: readonly tf.TensorInfo[],
  stateCount: number,
): Plan | undefined {
  const slotOf = new Map(given.map((dataId, slot) => [dataId, slot]));
  if (slotOf.size < given.length) return undefined;
  let slots = given.length;
  let isKnown = true;
  const toReading = ({ dataId, shape, dtype }: tf.TensorInfo): Reading => {
    const slot = slotOf.get(dataId);
    isKnown &&= slot !== undefined;
    return { slot: slot ?? -1, shape, dtype };
  };

  const steps: Step[] = [];
  for (const { inputs, outputs, ...call } of calls) {
    if (passes.has(call.name) && outputs[0]?.dataId === inputs[0]?.[1]?.dataId) continue;
    const read = inputs.map(([name, one]): Step['inputs'][number] => [name, one && toReading(one)]);
    const made = outputs.map(({ dataId }) => {
      slotOf.set(dataId, slots);
      return slots++;
    });
    steps.push({ ...call, inputs: read, outputs: made, keeps: [], frees: [] });
  }
  const left = results.map(toReading);
  if (!isKnown) return undefined;

  const isOwn = (slot: number) => slot >= given.length;
  // A variable that gets a new value may be written into once nobody reads the old one; other variables, inputs and
  // constants never.
  const isReplaced = (slot: number) => slot < stateCount && left[slot]?.slot !== slot;
  const readLater = new Set(left.map(({ slot }) => slot));
  for (const step of [...steps].reverse()) {
    const read = new Set(step.inputs.flatMap(([, input]) => (input ? [input.slot] : [])));
    step.keeps = [...read].filter(
      (slot) => readLater.has(slot) || !(isOwn(slot) || isReplaced(slot)),
    );
    step.frees = [...read, ...step.outputs].filter((slot) => isOwn(slot) && !readLater.has(slot));
    for (const slot of read) readLater.add(slot);
  }
  return { steps, results: left, stateCount };
}

/** Whether two plans do the same on the same values. */
export function arePlansEqual(one: Plan, other: Plan): boolean {
  return (
    JSON.stringify(one.results) === JSON.stringify(other.results) &&
    one.steps.length === other.steps.length &&
    one.steps.every((step, i) => areStepsEqual(step, other.steps[i] as Step))
  );
}

function areStepsEqual(one: Step, other: Step): boolean {
  const { run, attrs, ...rest } = one;
  const { run: otherRun, attrs: otherAttrs, ...otherRest } = other;
  return (
    run === otherRun &&
    JSON.stringify(attrs) === JSON.stringify(otherAttrs) &&
    JSON.stringify(rest) === JSON.stringify(otherRest)
  );
}
