import type { ExperimentExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'experiment',
  id: 'read-a-curve',
  title: 'Whose curve is it?',
  lesson: 'degradation',
  guide: 'why',
  version: 1,
  task: 'name-curves',
  recording: 'degradation',
} satisfies ExperimentExercise;
