import type { Exercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'code',
  id: 'load-pretrained',
  title: 'Load pretrained weights',
  lesson: 'resnet34',
  guide: 'code',
  version: 1,
  defines: ['ResNet34', 'load_pretrained_resnet34'],
  needsNetwork: true,
} satisfies Exercise;
