import type { Exercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'code',
  id: 'relu-and-batchnorm',
  title: 'Write ReLU and batch normalisation',
  lesson: 'batchnorm',
  guide: 'code',
  version: 1,
  defines: ['MyReLU', 'MyBatchNorm2d'],
} satisfies Exercise;
