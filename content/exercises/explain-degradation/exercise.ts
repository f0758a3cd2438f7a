import type { ReflectionExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'reflection',
  id: 'explain-degradation',
  title: 'Explain it to someone new',
  lesson: 'degradation',
  guide: 'reflection',
  version: 1,
  leastWords: 40,
  rubric: [
    'I begin with what one should expect: the deep network could copy the shallow one and let its extra layers do nothing.',
    'Then comes the surprise: once trained, it does worse.',
    'I say that it does worse on the pictures it has seen, so this is not overfitting.',
    'I say what it means: a good deep network exists, and training does not find it.',
    'There is no equation, and no word my student would have to look up.',
  ],
} satisfies ReflectionExercise;
