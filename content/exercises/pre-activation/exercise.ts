import type { OrderingExercise } from '../../../src/contract/exercises.ts';

const parts = [
  { id: 'add', text: 'Add the shortcut', part: 'shortcut' },
  { id: 'relu-1', text: 'ReLU', part: 'branch' },
  { id: 'conv-1', text: '3×3 convolution', part: 'branch' },
  { id: 'norm-1', text: 'Batch norm', part: 'branch' },
  { id: 'conv-2', text: '3×3 convolution', part: 'branch' },
  { id: 'relu-2', text: 'ReLU', part: 'branch' },
  { id: 'norm-2', text: 'Batch norm', part: 'branch' },
] as const;

export default {
  kind: 'ordering',
  id: 'pre-activation',
  title: 'Before the activation',
  lesson: 'transformers',
  guide: 'why',
  version: 1,
  questions: [
    {
      id: 'post',
      title: 'The original block, of 2015',
      prompt: 'Put its seven operations in order, from the block’s input to its output.',
      asks: 'order',
      items: [...parts],
      right: [['conv-1', 'norm-1', 'relu-1', 'conv-2', 'norm-2', 'add', 'relu-2']],
      mistakes: [
        {
          order: ['norm-1', 'relu-1', 'conv-1', 'norm-2', 'relu-2', 'conv-2', 'add'],
          says: 'That is the pre-activation block, which came a year later. In the original one each convolution comes before its batch norm.',
        },
        {
          order: ['relu-2', 'add'],
          at: 'end',
          says: 'This ReLU comes too early. Right before the addition it would leave the branch without negative values: the block could only ever add, and never take away.',
        },
        {
          order: ['add'],
          at: 'start',
          says: 'The shortcut is added to the branch’s result, so the whole branch comes before it.',
        },
        {
          order: ['relu-1', 'norm-1'],
          says: 'A batch norm here follows a ReLU. In the original block it normalises what a convolution outputs, and the ReLU comes after it.',
        },
        {
          order: ['conv-1', 'relu-1'],
          says: 'A ReLU here directly follows a convolution. There is a batch norm between the two.',
        },
        {
          order: ['conv-1', 'conv-2'],
          says: 'Two convolutions in a row are one convolution with a larger kernel: without a ReLU between them, the second adds nothing new.',
        },
        {
          order: ['norm-1', 'norm-2'],
          says: 'Two batch norms in a row: the second would find everything normalised. Each follows a convolution.',
        },
        {
          order: ['norm-1'],
          at: 'start',
          says: 'This block begins with a batch norm. The original one begins with a convolution: it is what came later that normalises first.',
        },
        {
          order: ['relu-1'],
          at: 'start',
          says: 'The input has been through the ReLU of the block before. This block begins with a convolution.',
        },
        {
          order: ['add'],
          at: 'end',
          says: 'In the original block one operation comes after the addition. Which one?',
        },
        {
          order: ['conv-1'],
          at: 'end',
          says: 'The block doesn’t end with a convolution. What comes after the addition?',
        },
        {
          order: ['norm-1'],
          at: 'end',
          says: 'The block doesn’t end with a batch norm. What comes after the addition?',
        },
        {
          order: ['relu-1', 'add'],
          says: 'Right before the addition comes no ReLU: the branch could then only ever add, and never take away.',
        },
        {
          order: ['add', 'relu-1', 'conv-1'],
          says: 'The shortcut is added too early: a convolution of the branch still follows.',
        },
        {
          order: ['add', 'norm-1'],
          says: 'Both batch norms belong to the branch, so they come before the addition.',
        },
        {
          order: ['add', 'conv-1'],
          says: 'Both convolutions belong to the branch, so they come before the addition.',
        },
        {
          order: ['relu-1', 'relu-2'],
          says: 'Two ReLUs in a row do what one does. One is between the convolutions, the other after the addition.',
        },
      ],
      because:
        'Convolution, batch norm, ReLU; convolution, batch norm; and the second ReLU waits until the shortcut has been added.',
    },
    {
      id: 'pre',
      title: 'The pre-activation block, of 2016',
      prompt: 'The same seven operations. Put them in the new order.',
      asks: 'order',
      items: [...parts],
      right: [['norm-1', 'relu-1', 'conv-1', 'norm-2', 'relu-2', 'conv-2', 'add']],
      mistakes: [
        {
          order: ['conv-1', 'norm-1', 'relu-1', 'conv-2', 'norm-2', 'add', 'relu-2'],
          says: 'That is the original block again. In the new one batch norm and ReLU come before the convolution they belong to.',
        },
        {
          order: ['add', 'relu-1'],
          says: 'A ReLU follows the addition, so the shortcut still passes through it on its way to the next block. In the new block nothing follows the addition.',
        },
        {
          order: ['add'],
          at: 'start',
          says: 'The shortcut is added to the branch’s result, so the whole branch comes before it.',
        },
        {
          order: ['relu-1', 'norm-1'],
          says: 'A ReLU here comes before a batch norm. “Pre-activation” moves the pair to the front of the convolution; within the pair, batch norm still comes first.',
        },
        {
          order: ['conv-1', 'conv-2'],
          says: 'Two convolutions in a row are one convolution with a larger kernel: without a ReLU between them, the second adds nothing new.',
        },
        {
          order: ['norm-1', 'norm-2'],
          says: 'Two batch norms in a row: the second would find everything normalised. Each begins a group of three.',
        },
        {
          order: ['relu-1', 'relu-2'],
          says: 'Two ReLUs in a row do what one does. Each comes right before a convolution.',
        },
        {
          order: ['conv-1', 'relu-1'],
          says: 'A ReLU here follows a convolution. In the new block each ReLU comes right before one.',
        },
        {
          order: ['conv-1'],
          at: 'start',
          says: 'The block begins with a convolution, as the original one does. Pre-activation means that batch norm and ReLU come first.',
        },
        {
          order: ['relu-1'],
          at: 'start',
          says: 'The ReLU would work on values that nothing has normalised yet.',
        },
        {
          order: ['add', 'norm-1'],
          says: 'A batch norm follows the addition, so it would be on the shortcut’s way. In the new block nothing follows the addition.',
        },
        {
          order: ['add', 'conv-1'],
          says: 'A convolution follows the addition, so it would be on the shortcut’s way. In the new block nothing follows the addition.',
        },
        {
          order: ['relu-1', 'add'],
          says: 'Right before the addition comes no ReLU: the branch could then only ever add, and never take away.',
        },
        {
          order: ['norm-1', 'conv-1'],
          says: 'A convolution here directly follows a batch norm. In the new block a ReLU comes between the two.',
        },
        {
          order: ['norm-1', 'add'],
          says: 'The branch of the new block ends with a convolution.',
        },
      ],
      because:
        'Batch norm, ReLU, convolution; the same again; and then the addition, with nothing after it.',
    },
    {
      id: 'identity',
      title: 'The clean path',
      prompt:
        'Follow the shortcuts, and only these, through many blocks of equal shape. In which network does a value arrive as it set out?',
      asks: 'choice',
      items: [
        { id: 'post', text: 'In the original network' },
        { id: 'pre', text: 'In the pre-activation network' },
        { id: 'both', text: 'In both' },
        { id: 'neither', text: 'In neither' },
      ],
      right: [['pre']],
      mistakes: [
        {
          order: ['post'],
          says: 'Its shortcuts are the identity inside each block. But what meets the value between one block and the next?',
        },
        {
          order: ['both'],
          says: 'Inside each block, yes. But between two original blocks there is one more operation on the path.',
        },
        {
          order: ['neither'],
          says: 'In one of them no operation follows the addition. What could then change the value?',
        },
      ],
      because:
        'After each addition of the original network there is a ReLU, and it cuts negative values off. In the pre-activation network the path runs from the first block to the last without meeting anything.',
    },
    {
      id: 'why',
      title: 'What is new',
      prompt: 'So what is new in the pre-activation block?',
      asks: 'choice',
      items: [
        { id: 'before-relu', text: 'Batch norm comes before the ReLU' },
        { id: 'before-conv', text: 'Batch norm and ReLU come before the convolution' },
        { id: 'no-relu', text: 'It has fewer ReLUs' },
        { id: 'no-norm', text: 'The shortcut is normalised' },
      ],
      right: [['before-conv']],
      mistakes: [
        {
          order: ['before-relu'],
          says: 'It did so in the original block, too. What has changed is the place of both.',
        },
        { order: ['no-relu'], says: 'Count them in your two orders: two each.' },
        {
          order: ['no-norm'],
          says: 'Nothing is on the shortcut. What each convolution reads is normalised.',
        },
      ],
      because:
        'Each convolution reads normalised values, and nothing follows the addition. The authors find that this makes very deep networks easier to train and regularises them.',
    },
  ],
} satisfies OrderingExercise;
