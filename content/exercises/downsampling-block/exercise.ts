import type { Exercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'code',
  id: 'downsampling-block',
  title: 'Write a downsampling block',
  lesson: 'downsampling',
  guide: 'code',
  version: 1,
  defines: ['DownsamplingBlock'],
} satisfies Exercise;
