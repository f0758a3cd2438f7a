import type { Attributes } from '../Operation.ts';
import type { Tensor } from '../tensor/Tensor.ts';

/** One operation as it was called; the output of an operation in place is its first input. */
export interface RecordedStep {
  operation: string;
  inputs: readonly (Tensor | undefined)[];
  attributes: Attributes;
  output: Tensor | undefined;
}

export type Recorder = (step: RecordedStep) => void;

let recorder: Recorder | undefined;

/** Tells `recorder` of every operation from now on, at once: in place, a tensor is later another value. */
export function setRecorder(next: Recorder | undefined): void {
  recorder = next;
}

/** Tells the recorder, if there is one. */
export function recordStep(step: RecordedStep): void {
  recorder?.(step);
}

/** Runs `task` as part of one operation, which is recorded itself. */
export function unrecorded<T>(task: () => T): T {
  const before = recorder;
  recorder = undefined;
  try {
    return task();
  } finally {
    recorder = before;
  }
}
