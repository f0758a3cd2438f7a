import type { Exercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'code',
  id: 'pre-activation-block',
  title: 'Write a pre-activation block',
  lesson: 'transformers',
  guide: 'code',
  version: 1,
  defines: ['PreActivationBlock'],
} satisfies Exercise;
