import type { ExperimentExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'experiment',
  id: 'design-an-ablation',
  title: 'Design an experiment',
  lesson: 'degradation',
  guide: 'why',
  version: 1,
  task: 'ablate',
  recording: 'degradation',
} satisfies ExperimentExercise;
