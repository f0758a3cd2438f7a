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

/** One box for a formula, a number, a list of numbers or a shape. */
export interface MathsQuestion {
  id: string;
  /** What the answer is, in a few words, such as `Two blocks in a row`. */
  title: string;
  /** A sentence or two; what is between dollar signs is a formula in the notation of the answers. */
  prompt: string;
  answer: MathsAnswer;
  /** Usual wrong answers, in the same notation, and what each shows. */
  mistakes: { answer: string; says: string }[];
  /** Why the answer is right, said once it is. */
  because: string;
}

export type MathsAnswer =
  /** `within` is how far off it may be; left out, not at all. A share may be typed as `35 %`. */
  | { kind: 'number'; value: number; within?: number; isShare?: true }
  | { kind: 'numbers'; values: number[]; within?: number }
  | { kind: 'shape'; shape: number[] }
  /** The symbols that may be used, each with a value to try a wrong formula at; `F'` is the derivative of F at x. */
  | { kind: 'formula'; formula: string; symbols: Record<string, number> };

export interface MathsExercise extends About {
  kind: 'maths';
  questions: MathsQuestion[];
}

/** Put in order, or chosen; each wrong order or choice can say why it is wrong. */
export interface OrderingExercise extends About {
  kind: 'ordering';
  questions: OrderingQuestion[];
}

export interface OrderingQuestion {
  id: string;
  title: string;
  prompt: string;
  /** Whether all items are put in order, or one is chosen. */
  asks: 'order' | 'choice';
  /** As they are shown at first. Items of equal text can take each other's places. */
  items: OrderingItem[];
  /** Every right order, as ids; of a choice, the right one alone. */
  right: string[][];
  /** Ids next to each other in a wrong order (`at` its start or end, where that is said), or a wrong choice; the first that fits is said. */
  mistakes: { order: string[]; at?: 'start' | 'end'; says: string }[];
  /** Why the answer is right, said once it is. */
  because: string;
}

export interface OrderingItem {
  id: string;
  text: string;
  /** What it is of the block, for its colour. */
  part?: 'shortcut' | 'branch';
}

/** Answered with the reader's own run of a figure, or a recorded one, which the exercise reads. */
export interface ExperimentExercise extends About {
  kind: 'experiment';
  /** Its judge in src/exercises/judges/experiment. */
  task:
    | 'predict-depth'
    | 'name-curves'
    | 'diagnose'
    | 'ablate'
    | 'train-agreement'
    | 'steer'
    | 'read-stream';
  /** The file of content/runs that is used where the reader has no run that fits; none where only theirs will do. */
  recording?: string;
}

/** Free text; the reader judges it by a rubric, and sees a model answer after writing. */
export interface ReflectionExercise extends About {
  kind: 'reflection';
  /** Words to write before the model answer can be seen. */
  leastWords: number;
  rubric: string[];
}

export type Exercise =
  | CodeExercise
  | MathsExercise
  | OrderingExercise
  | ExperimentExercise
  | ReflectionExercise;

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

/** All answers of a reader as one file: what they hand in, or take to another browser. */
export interface AnswersFile {
  format: 'skip-connections answers 1';
  /** Whose they are, as the reader says. */
  name: string;
  /** As toISOString writes it. */
  savedAt: string;
  answers: KeptAnswer[];
}
