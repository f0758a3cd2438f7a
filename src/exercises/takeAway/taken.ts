import type { CodeExercise } from '../../contract/exercises.ts';
import type { ExercisePrograms } from './programs.ts';

/** A code exercise and an answer to it, to be put into a file. */
export interface Taken {
  exercise: CodeExercise;
  /** The reader's own, or the starter. */
  code: string;
  programs: ExercisePrograms;
  /** The absolute address of the site's root, which ends in a slash. */
  site: string;
}

/** Where the exercise is in the chapter. */
export function addressOf({ exercise, site }: Taken): string {
  return `${site}${exercise.lesson}/#exercise-${exercise.id}`;
}

/** What the build took from the exercise's folder. Throws where there is none. */
export function programOf({ exercise, programs }: Taken) {
  const program = programs.exercises[exercise.id];
  if (!program) throw new Error(`There are no checks for ${exercise.id}.`);
  return program;
}

/** Markdown of the chapter with links that lead there from anywhere. */
export function linkToChapter({ exercise, site }: Taken, markdown: string): string {
  return markdown
    .replaceAll('](#', `](${site}${exercise.lesson}/#`)
    .replaceAll('](../', `](${site}`);
}
