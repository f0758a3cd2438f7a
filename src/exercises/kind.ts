import type { ComponentType } from 'react';
import type { CheckReport, Exercise } from '../contract/exercises.ts';
import type { HalfRun } from '../contract/agreementRecord.ts';
import type { RunRecord } from '../contract/runRecord.ts';
import type { StreamSum } from './judges/experiment/readStream.ts';
import type { MistakeText } from './texts.ts';

/** What the body of an exercise is given: the task, the reader's answer, and ways to change and judge it. */
export interface BodyProps<E extends Exercise, Answer> {
  exercise: E;
  /** Programs and recorded runs of the exercise; absent where it has none. */
  files: ExerciseFiles;
  /**
   * Undefined until the reader begins, and while what they kept is being read. It changes without them, too: as it
   * comes from this device, or from another tab.
   */
  answer: Answer | undefined;
  /** What was kept is still being read; for a moment, as the exercise wakes. */
  isReading: boolean;
  /** Keeps an answer on this device; may be called at each key. Undefined starts the exercise over. */
  setAnswer: (answer: Answer | undefined) => void;
  /** Of the last check, in this visit or an earlier one. */
  report: CheckReport | undefined;
  /** The answer has changed since: what the report says is of an earlier one. */
  isReportOld: boolean;
  /**
   * Keeps what a judge found. The exercise is solved once all results have passed, and stays so.
   * @param judged the answer that was judged; the present one if left out
   */
  setReport: (report: CheckReport, judged?: Answer) => void;
  /** The reader has asked for the solution or the model answer: the frame shows it below the body. */
  isSolutionShown: boolean;
  /** The starter in colours. */
  starter: string | undefined;
  /** Known mistakes by their id, from mistakes.mdx. */
  mistakes: Record<string, MistakeText>;
  /** Says a sentence to screen readers, politely; the frame has the live region. */
  announce: (sentence: string) => void;
}

export interface ExerciseFiles {
  starter?: string;
  solution?: string;
  checks?: string;
  /** Of the recording that an experiment names. */
  runs?: RunRecord[];
  /** Of the recorded small transformers, those whose data agree half of the time. */
  halves?: HalfRun[];
  /** Of the recorded reading that an experiment names. */
  sum?: StreamSum;
}

/**
 * A kind of exercise: how it is answered, between the statement above and the hints below. Each is the
 * default export of src/exercises/<kind>/kind.tsx.
 */
export interface Kind<E extends Exercise = Exercise, Answer = unknown> {
  /** Its first render runs at build time: read `window` and storage in effects and handlers only. */
  Body: ComponentType<BodyProps<E, Answer>>;
  /** Whether something that was kept or imported can be an answer of this kind. */
  isAnswer: (value: unknown) => value is Answer;
  /** Whether the solution can be asked for; left out: after the first check. */
  mayCompare?: (exercise: E, answer: Answer | undefined) => boolean;
  /** What the button says that shows the solution, such as `Show a model answer`. */
  solutionName?: string;
  /** What can be found in an answer without running anything: for whoever marks it. */
  judge?: (exercise: E, answer: Answer) => CheckReport;
  /** The answer in Markdown, for handing in. */
  toMarkdown: (exercise: E, answer: Answer) => string;
}

/** A kind as the registry holds it, whatever its exercises and answers are. */
export function defineKind<E extends Exercise, Answer>(kind: Kind<E, Answer>): Kind {
  return kind as unknown as Kind;
}
