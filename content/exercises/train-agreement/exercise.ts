import type { ExperimentExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'experiment',
  id: 'train-agreement',
  title: 'Agree half of the time',
  lesson: 'transformers',
  guide: 'why',
  version: 1,
  task: 'train-agreement',
  recording: 'agreement',
} satisfies ExperimentExercise;
