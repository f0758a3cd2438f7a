import type { MathsExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'maths',
  id: 'shapes-and-counts',
  title: 'Shapes and parameters',
  lesson: 'resnet34',
  guide: 'why',
  version: 1,
  questions: [
    {
      id: 'stem-shape',
      title: 'The first convolution',
      prompt:
        'A batch of one picture, [1, 3, 224, 224], enters `nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)`. What is the shape of the output?',
      answer: { kind: 'shape', shape: [1, 64, 112, 112] },
      mistakes: [
        {
          answer: '1, 64, 109, 109',
          says: 'The padding is forgotten: 3 rows and columns of zeros on each side.',
        },
        {
          answer: '1, 64, 111, 111',
          says: 'Check the formula for the side: (224 + 2 · 3 − 7) / 2, rounded down, plus 1.',
        },
        {
          answer: '1, 64, 224, 224',
          says: 'The stride is forgotten: only every second place is computed.',
        },
        { answer: '1, 64, 56, 56', says: 'That is after the max pooling that follows.' },
        {
          answer: '1, 3, 112, 112',
          says: 'The side is right. There is one output channel for each filter.',
        },
        {
          answer: '64, 112, 112',
          says: 'The batch is part of the shape, even if it holds one picture.',
        },
        {
          answer: '1, 112, 112, 64',
          says: 'In PyTorch the channels come before height and width.',
        },
      ],
      because: '(224 + 2 · 3 − 7) / 2 is 111.5; rounded down, plus 1, it is 112.',
    },
    {
      id: 'downsampling-shape',
      title: 'A convolution with stride 2',
      prompt:
        '[2, 64, 56, 56] enters `nn.Conv2d(64, 128, 3, stride=2, padding=1, bias=False)`. What is the shape of the output?',
      answer: { kind: 'shape', shape: [2, 128, 28, 28] },
      mistakes: [
        {
          answer: '2, 128, 27, 27',
          says: 'The padding is forgotten: one row and column of zeros on each side.',
        },
        {
          answer: '2, 128, 56, 56',
          says: 'The stride is forgotten: only every second place is computed.',
        },
        {
          answer: '2, 64, 28, 28',
          says: 'The side is right. There is one output channel for each filter.',
        },
        { answer: '128, 28, 28', says: 'The batch is part of the shape.' },
        { answer: '1, 128, 28, 28', says: 'A convolution leaves the batch size as it is: 2.' },
        { answer: '2, 28, 28, 128', says: 'In PyTorch the channels come before height and width.' },
        {
          answer: '2, 128, 29, 29',
          says: 'Round down before you add 1: (56 + 2 − 3) / 2 is 27.5.',
        },
      ],
      because: '(56 + 2 · 1 − 3) / 2 is 27.5; rounded down, plus 1, it is 28.',
    },
    {
      id: 'convolution',
      title: 'Its parameters',
      prompt: 'How many parameters does that convolution have?',
      answer: { kind: 'number', value: 73728 },
      mistakes: [
        {
          answer: '73856',
          says: 'You have counted a bias for each filter. This convolution has none.',
        },
        {
          answer: '8192',
          says: 'That is a 1×1 kernel. This one has 9 weights for each pair of channels.',
        },
        { answer: '1152', says: 'That is 9 · 128. Each filter sees all 64 input channels.' },
        { answer: '576', says: 'That is one filter. There are 128.' },
        {
          answer: '147456',
          says: 'The batch size has nothing to do with it, or you have taken 128 input channels: there are 64.',
        },
        { answer: '36864', says: 'That is with 64 filters. There are 128.' },
        {
          answer: '57802752',
          says: 'Those are multiply-adds for one picture. The weights are the same at every place.',
        },
      ],
      because: '128 filters with 64 · 3 · 3 weights each.',
    },
    {
      id: 'residual-block',
      title: 'A residual block',
      prompt:
        'How many parameters does `ResidualBlock(64)` have? Two 3×3 convolutions without bias, each followed by batch normalisation.',
      answer: { kind: 'number', value: 73984 },
      mistakes: [
        {
          answer: '73728',
          says: 'The convolutions are right. Each batch norm has parameters, too.',
        },
        {
          answer: '73856',
          says: 'Close: each batch norm has a γ and a β for every channel, and there are two of them.',
        },
        {
          answer: '74240',
          says: 'You have counted the running averages. They are buffers, which no optimiser changes.',
        },
        { answer: '74112', says: 'You have counted biases of the convolutions. They have none.' },
        {
          answer: '36992',
          says: 'That is one convolution and its batch norm. The block has two of each.',
        },
        {
          answer: '36864',
          says: 'That is one convolution. The block has two, and two batch norms.',
        },
        {
          answer: '78080',
          says: 'The shortcut of this block is the identity. It has no parameters.',
        },
      ],
      because:
        '2 · 64 · 64 · 9 + 2 · 2 · 64: the convolutions, and a γ and a β per channel and batch norm.',
    },
    {
      id: 'downsampling-block',
      title: 'A downsampling block',
      prompt:
        'And `DownsamplingBlock(64, 128)`? Its shortcut is a 1×1 convolution without bias and a batch norm of its own.',
      answer: { kind: 'number', value: 230144 },
      mistakes: [
        { answer: '221696', says: 'That is the branch. The shortcut has parameters, too.' },
        { answer: '229888', says: 'The shortcut’s batch norm is missing: 2 · 128.' },
        {
          answer: '229376',
          says: 'The convolutions are right. There are three batch norms as well.',
        },
        { answer: '303872', says: 'The first convolution reads 64 channels, not 128.' },
        {
          answer: '156416',
          says: 'The second convolution reads the 128 channels that the first one outputs.',
        },
        { answer: '295680', says: 'You have projected with a 3×3 kernel. The shortcut’s is 1×1.' },
        { answer: '230528', says: 'You have counted biases of the convolutions. They have none.' },
        {
          answer: '230912',
          says: 'You have counted the running averages. They are buffers, which no optimiser changes.',
        },
      ],
      because:
        '73,728 + 147,456 for the 3×3 convolutions, 64 · 128 for the projection, and 3 · 2 · 128 for three batch norms.',
    },
  ],
} satisfies MathsExercise;
