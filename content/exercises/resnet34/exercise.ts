import type { Exercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'code',
  id: 'resnet34',
  title: 'Build ResNet-34',
  lesson: 'resnet34',
  guide: 'code',
  version: 1,
  defines: ['ResNet34'],
} satisfies Exercise;
