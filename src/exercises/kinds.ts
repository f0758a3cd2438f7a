import type { ExerciseKind } from '../contract/exercises.ts';
import type { Kind } from './kind.ts';

/** Every kind that can be answered in the page; its script comes with the first exercise of the kind. */
export const kinds: Partial<Record<ExerciseKind, () => Promise<{ default: Kind }>>> = {
  code: () => import('./code/kind.tsx'),
};
