/** What the build takes from content/exercises, for files that are taken away and for checking answers anew. */
export interface ExercisePrograms {
  /** The text of checking.py. */
  checking: string;
  /** By the exercise's id. */
  exercises: Record<string, ExerciseProgram>;
}

export interface ExerciseProgram {
  /** In Markdown. */
  statement: string;
  /** By their ids. */
  mistakes: Record<string, KnownMistake>;
  /** The text of checks.py. */
  checks: string;
}

export interface KnownMistake {
  title: string;
  /** In Markdown. */
  says: string;
}
