import type { ExerciseKind } from '../contract/exercises.ts';
import type { Kind } from './kind.ts';

/** Every kind that can be answered in the page; its script comes with the first exercise of the kind. */
export const kinds: Partial<Record<ExerciseKind, () => Promise<{ default: Kind }>>> = {
  maths: () => import('./maths/kind.tsx'),
  ordering: () => import('./ordering/kind.tsx'),
  experiment: () => import('./experiment/kind.tsx'),
  reflection: () => import('./reflection/kind.tsx'),
  code: () => import('./code/kind.tsx'),
};
