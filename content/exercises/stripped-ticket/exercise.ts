import type { Exercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'code',
  id: 'stripped-ticket',
  title: 'Strip a network to its ticket',
  lesson: 'gradients',
  guide: 'code',
  version: 1,
  defines: ['magnitude_masks', 'apply_masks', 'rewind', 'masked_step'],
} satisfies Exercise;
