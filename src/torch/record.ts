import type { Attributes } from './Operation.ts';
import type { Tensor } from './tensor/Tensor.ts';

/** One operation as it was called; the output of an operation in place is its first input. */
export interface RecordedStep {
  operation: string;
  inputs: readonly (Tensor | undefined)[];
  attributes: Attributes;
  output: Tensor | undefined;
}

let listener: ((step: RecordedStep) => void) | undefined;

/** Tells the recorder, if there is one. */
export function recordStep(step: RecordedStep): void {
  listener?.(step);
}

/** Runs `task` and tells `onStep` each operation, at once: in place, a tensor is later another value. */
export function record<T>(onStep: (step: RecordedStep) => void, task: () => T): T {
  const before = listener;
  listener = onStep;
  try {
    return task();
  } finally {
    listener = before;
  }
}

/** Runs `task` as part of one operation, which is recorded itself. */
export function unrecorded<T>(task: () => T): T {
  const before = listener;
  listener = undefined;
  try {
    return task();
  } finally {
    listener = before;
  }
}
