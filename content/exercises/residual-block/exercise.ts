import type { Exercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'code',
  id: 'residual-block',
  title: 'Write a residual block',
  lesson: 'block',
  guide: 'code',
  version: 1,
  defines: ['ResidualBlock'],
  trains: 'residual',
} satisfies Exercise;
