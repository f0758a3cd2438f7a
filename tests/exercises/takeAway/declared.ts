import type { Exercise } from '../../../src/contract/exercises.ts';

const all = import.meta.glob<Exercise>('../../../content/exercises/*/exercise.ts', {
  eager: true,
  import: 'default',
});

/** The code exercises as they are declared. */
export const declared = Object.values(all).filter((exercise) => exercise.kind === 'code');
