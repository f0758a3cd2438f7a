/** What every exercise says of itself, in content/exercises/<id>/exercise.ts. */
interface About {
  /** The folder's name. */
  id: string;
  title: string;
  /** The lesson that it stands in. */
  lesson: string;
  /** Whose question it is: why (Tyla), code (Aaliyah), reflection (Maneesha). */
  guide: 'why' | 'code' | 'reflection';
  /** Raised when the task changes; an answer to an older version is kept and said to be of that. */
  version: number;
}

/** Python that the reader writes; judged by what it does, by `checks.py`. */
export interface CodeExercise extends About {
  kind: 'code';
  /** The names that an answer must define, such as `ResidualBlock`. */
  defines: string[];
  /** Whether the checks load the pretrained network, which is fetched first. */
  needsNetwork?: true;
  /** Whether the block can be trained beside the reference, and as which. */
  trains?: 'residual';
}

/** One box for a formula, a number or a list of numbers. */
export interface MathsQuestion {
  id: string;
  /** A sentence; LaTeX between dollar signs. */
  prompt: string;
  answer:
    | { kind: 'number'; value: number; within?: number }
    | { kind: 'numbers'; values: number[]; within?: number }
    | { kind: 'shape'; shape: number[] }
    | { kind: 'formula'; formula: string; variables: string[] };
  /** Usual wrong answers, in the same notation, and what each shows. */
  mistakes: { answer: string; says: string }[];
}

export interface MathsExercise extends About {
  kind: 'maths';
  questions: MathsQuestion[];
}

/** Put in order, or chosen; each wrong order or choice can say why it is wrong. */
export interface OrderingExercise extends About {
  kind: 'ordering';
  questions: {
    id: string;
    prompt: string;
    items: { id: string; text: string }[];
    /** Every right order, as ids. */
    right: string[][];
    mistakes: { order: string[]; says: string }[];
  }[];
}

/** Answered with the reader's own run of a figure, which the exercise reads. */
export interface ExperimentExercise extends About {
  kind: 'experiment';
  /** Its judge in src/exercises/experiment. */
  task: string;
}

/** Free text; the reader judges it by a rubric, and sees a model answer after writing. */
export interface ReflectionExercise extends About {
  kind: 'reflection';
  /** Words to write before the model answer can be seen. */
  leastWords: number;
  rubric: string[];
}

export type Exercise =
  CodeExercise | MathsExercise | OrderingExercise | ExperimentExercise | ReflectionExercise;

export type ExerciseKind = Exercise['kind'];

/** One property that an answer has or lacks. */
export interface CheckResult {
  /** Its name, such as `identity`. */
  id: string;
  /** The property, as a sentence. */
  title: string;
  /** Undefined where it could not be looked at, since one that it rests on fails. */
  passed?: boolean;
  /** What was expected and what was found, where it fails. */
  detail?: string;
}

/** What the checks of an exercise found. */
export interface CheckReport {
  results: CheckResult[];
  /** The known mistakes that the answer behaves like, as ids of mistakes.mdx; empty when all passes. */
  mistakes: string[];
}

/** A reader's answer to one exercise, as it is kept and exported. */
export interface KeptAnswer {
  exercise: string;
  /** Of the exercise, as it was when the answer was begun or last checked. */
  version: number;
  /** What was written; its form follows from the kind: code is a string. Undefined after starting over. */
  answer?: unknown;
  /** Of the last check, where there was one. */
  report?: CheckReport;
  /** The answer that the report is of. */
  judged?: unknown;
  /** Milliseconds since 1970, of the first time that all passed. */
  solvedAt?: number;
  /** The answer that passed then. */
  solvedWith?: unknown;
  /** How many hints were read. */
  hints?: number;
  /** The solution was looked at before the exercise was solved. */
  sawSolution?: true;
  /** Answers that another tab would have overwritten, or an import; the newest first. */
  others?: OtherAnswer[];
  /** Milliseconds since 1970. */
  changedAt: number;
}

/** An answer that made way for a later one, and is kept beside it. */
export interface OtherAnswer {
  answer: unknown;
  changedAt: number;
}
