import type { ReflectionExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'reflection',
  id: 'lottery-ticket',
  title: 'Ensembles and lottery tickets',
  lesson: 'gradients',
  guide: 'reflection',
  version: 1,
  leastWords: 80,
  rubric: [
    'I name something that both ideas have in common.',
    'I say what the smaller networks are in each: paths that share weights, and single weights that pruning has left.',
    'I say which claim is about a trained network, and which about its first weights.',
    'My experiment starts from a ticket that was found by pruning, not from one I chose.',
    'It has something to compare with, such as as many weights or blocks kept at random.',
    'I say which result would speak for the idea, and which against it.',
  ],
} satisfies ReflectionExercise;
