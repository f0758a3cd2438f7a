import type { Exercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'code',
  id: 'find-the-bug',
  title: 'Find the bug',
  lesson: 'gradients',
  guide: 'code',
  version: 1,
  defines: ['Block'],
} satisfies Exercise;
