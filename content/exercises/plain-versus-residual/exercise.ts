import type { ExperimentExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'experiment',
  id: 'plain-versus-residual',
  title: 'Plain and residual training loss',
  lesson: 'degradation',
  guide: 'why',
  version: 1,
  task: 'predict-depth',
  recording: 'degradation',
} satisfies ExperimentExercise;
