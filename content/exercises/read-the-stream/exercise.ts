import type { ExperimentExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'experiment',
  id: 'read-the-stream',
  title: 'Read the stream',
  lesson: 'transformers',
  guide: 'why',
  version: 1,
  task: 'read-stream',
  recording: 'residual-river',
} satisfies ExperimentExercise;
