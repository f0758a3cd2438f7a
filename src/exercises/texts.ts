/**
 * What the build has set of an exercise, as HTML. In the page these texts stand where they are read without
 * JavaScript, or in templates; the island takes them from there (src/page/exercises/readTexts.ts).
 */
export interface ExerciseTexts {
  /** Coloured code, for the time until the editor is there. */
  starter?: string;
  /** From nudge to almost there. */
  hints: string[];
  /** The solution or the model answer. */
  solution?: string;
  /** Known mistakes by their id. */
  mistakes: Record<string, MistakeText>;
  /** Texts of exercise.ts that hold formulas or code, by the text as written. */
  typeset: Record<string, string>;
}

export interface MistakeText {
  title: string;
  html: string;
}
