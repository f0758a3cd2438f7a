import type { Exercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'code',
  id: 'make-layer',
  title: 'Make a stage',
  lesson: 'resnet34',
  guide: 'code',
  version: 1,
  defines: ['make_layer'],
} satisfies Exercise;
