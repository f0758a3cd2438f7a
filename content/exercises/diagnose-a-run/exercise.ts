import type { ExperimentExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'experiment',
  id: 'diagnose-a-run',
  title: 'What is wrong with this run?',
  lesson: 'batchnorm',
  guide: 'why',
  version: 1,
  task: 'diagnose',
  recording: 'faults',
} satisfies ExperimentExercise;
