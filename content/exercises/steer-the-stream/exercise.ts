import type { ExperimentExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'experiment',
  id: 'steer-the-stream',
  title: 'Steer the stream',
  lesson: 'transformers',
  guide: 'why',
  version: 1,
  task: 'steer',
} satisfies ExperimentExercise;
