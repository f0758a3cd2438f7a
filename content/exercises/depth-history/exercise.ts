import type { ReflectionExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'reflection',
  id: 'depth-history',
  title: 'Three steps',
  lesson: 'transformers',
  guide: 'reflection',
  version: 1,
  leastWords: 60,
  rubric: [
    'For AlexNet I name what made training fast enough, and what worked against overfitting.',
    'For VGG I say why small filters in a row can replace large ones.',
    'I say what made it possible to train stacks that were deeper than VGG at all.',
    'For ResNet the obstacle is that deep plain networks trained worse, not that they overfitted.',
    'For ResNet I say what the shortcut makes easy.',
  ],
} satisfies ReflectionExercise;
