import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
export const exercisesFolder = path.join(root, 'content/exercises');

/** The code exercises, by their folders' names. */
export function codeExercises(): string[] {
  return readdirSync(exercisesFolder).filter((id) =>
    existsSync(path.join(exercisesFolder, id, 'checks.py')),
  );
}

/** The texts that tests/exercises/grading.py grades an exercise by, by the files' names. */
export function readSubmissions(id: string): Record<string, string> {
  const own = ['checks.py', 'solution.py', 'starter.py'].map((file) => [
    file,
    readFileSync(path.join(exercisesFolder, id, file), 'utf8'),
  ]);
  const answers = ['right.py', 'wrong.py'].map((file) => [
    file,
    readFileSync(path.join(import.meta.dirname, id, file), 'utf8'),
  ]);
  return Object.fromEntries([...own, ...answers]) as Record<string, string>;
}
