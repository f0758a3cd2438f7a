import type { MathsExercise } from '../../../src/contract/exercises.ts';

export default {
  kind: 'maths',
  id: 'addition-gradient',
  title: 'The gradient of an addition',
  lesson: 'gradients',
  guide: 'why',
  version: 1,
  questions: [
    {
      id: 'one-block',
      title: 'One block',
      prompt: 'Let $y = F(x) + x$. What is $dy/dx$?',
      answer: {
        kind: 'formula',
        formula: "F'(x) + 1",
        symbols: { "F'": 0.1, F: 0.5, x: 2 },
      },
      mistakes: [
        {
          answer: "F'(x)",
          says: 'That is the derivative of the branch alone. The shortcut has one, too: how fast does x change with x?',
        },
        {
          answer: '1',
          says: 'That is the shortcut’s part. The branch depends on x as well, and its derivative has to be added.',
        },
        {
          answer: "F'(x) + x",
          says: 'The branch is right. In the shortcut’s part you have kept x itself: its derivative with respect to x is a number.',
        },
        {
          answer: 'F(x) + 1',
          says: 'The shortcut’s 1 is right. The branch has to be differentiated, too.',
        },
        {
          answer: 'F(x) + x',
          says: 'That is y itself. How does it change when x changes a little?',
        },
        {
          answer: "F'(x) x + F(x)",
          says: 'That is the product rule, for F(x) times x. In a residual block the two are added.',
        },
      ],
      because:
        'An addition has derivative 1 with respect to each of its inputs. The gradient reaches the branch and the shortcut unchanged, and what comes back from both is added.',
    },
    {
      id: 'two-blocks',
      title: 'Two blocks in a row',
      prompt:
        'The branch of the first block has derivative $a$, that of the second $b$. What is the derivative of the second block’s output with respect to the first block’s input?',
      answer: { kind: 'formula', formula: '(1 + a)(1 + b)', symbols: { a: 0.1, b: 0.2 } },
      mistakes: [
        {
          answer: 'a b',
          says: 'That is what two plain layers would have. Each block also has a shortcut, so its factor is more than its branch’s derivative.',
        },
        {
          answer: '1 + a + b',
          says: 'Nearly. There are four paths through two blocks, and you have counted three. Which one is missing?',
        },
        {
          answer: '2 + a + b',
          says: 'You have added the two blocks’ derivatives. By the chain rule, those of functions in a row are multiplied.',
        },
        {
          answer: '1 + a b',
          says: 'You have counted the path through both shortcuts and the one through both branches. Two more take one of each.',
        },
        {
          answer: 'a + b',
          says: 'You have added the branches and left out the shortcuts. Write each block’s own derivative first, then use the chain rule.',
        },
      ],
      because:
        'Multiplied out it is 1 + a + b + ab: one term for each of the four paths through two blocks. The 1 is the path along both shortcuts, and nothing on it can shrink the gradient.',
    },
    {
      id: 'ten-blocks',
      title: 'Ten blocks in a row',
      prompt:
        'Now ten blocks, and each branch has derivative $a$. What is the derivative of the whole stack?',
      answer: { kind: 'formula', formula: '(1 + a)^10', symbols: { a: 0.1 } },
      mistakes: [
        {
          answer: 'a^10',
          says: 'That is a plain stack. What does the shortcut add to each factor?',
        },
        {
          answer: '1 + 10a',
          says: 'That is close while a is very small: it counts the paths through one branch at most. The others are missing.',
        },
        {
          answer: '10(1 + a)',
          says: 'You have added ten equal factors. By the chain rule they are multiplied.',
        },
        {
          answer: '1 + a^10',
          says: 'You have kept two of the paths: along all shortcuts, and through all branches. Each block has its own choice.',
        },
        {
          answer: '(1 + a)^9',
          says: 'One factor is missing: ten blocks, ten factors.',
        },
      ],
      because: 'Each of the ten blocks contributes one factor, 1 + a.',
    },
    {
      id: 'in-numbers',
      title: 'In numbers',
      prompt: 'How much is that for $a = 0.1$? Two decimals are enough.',
      answer: { kind: 'number', value: 1.1 ** 10, within: 0.007 },
      mistakes: [
        {
          answer: '0.1^10',
          says: 'That is what ten plain layers leave of the gradient. The residual stack’s factor is 1 + a, not a.',
        },
        {
          answer: '2',
          says: 'That is 1 + 10a, which leaves out all paths through more than one branch.',
        },
        { answer: '11', says: 'That is 10 · 1.1. The ten factors are multiplied, not added.' },
        { answer: '1.1', says: 'That is one block. There are ten of them in a row.' },
      ],
      because:
        'So the gradient grows, to about two and a half times its size: each path through a branch adds to the 1 of the path along all shortcuts. Ten plain layers with the same derivatives would leave 0.1¹⁰, one ten-billionth of it.',
    },
    {
      id: 'scaled',
      title: 'A factor on the shortcut',
      prompt:
        'Someone multiplies every shortcut by $k$, so each block computes $y = F(x) + k x$. Each branch has derivative $a$. What is the derivative of ten such blocks?',
      answer: { kind: 'formula', formula: '(k + a)^10', symbols: { k: 0.9, a: 0.1 } },
      mistakes: [
        {
          answer: 'k (1 + a)^10',
          says: 'You have used the factor once. It is on the shortcut of every block.',
        },
        {
          answer: '(1 + k a)^10',
          says: 'You have put k on the branch. It is on the shortcut.',
        },
        {
          answer: '(k (1 + a))^10',
          says: 'You have multiplied the whole block by k. Only its shortcut has the factor.',
        },
        {
          answer: 'k^10 + a^10',
          says: 'You have kept two of the paths: along all shortcuts, and through all branches. Each block has its own choice.',
        },
        {
          answer: '(1 + a)^10',
          says: 'That is the stack without the factor. Where does k come in?',
        },
        { answer: 'k + a', says: 'That is one block. There are ten of them in a row.' },
      ],
      because: 'The path along all shortcuts, which was 1, is now k¹⁰.',
    },
    {
      id: 'what-is-left',
      title: 'What is left',
      prompt:
        'With $k = 0.9$, and branches whose derivatives are 0, what share of the gradient is left after ten blocks? Two decimals are enough.',
      answer: { kind: 'number', value: 0.9 ** 10, within: 0.006, isShare: true },
      mistakes: [
        { answer: '0.9', says: 'That is after one block. There are ten of them in a row.' },
        { answer: '1', says: 'That would be so without a factor on the shortcuts.' },
        {
          answer: '0',
          says: 'The branches let nothing through, but the shortcuts do: each has the factor 0.9.',
        },
        { answer: '9', says: 'That is 10 · 0.9. The ten factors are multiplied, not added.' },
        {
          answer: '1.1^10',
          says: 'That is (1 + 0.1)¹⁰, a gradient that grows. Here the branches’ derivatives are 0, and the shortcut’s factor is 0.9.',
        },
        {
          answer: '1.9^10',
          says: 'That is (1 + 0.9)¹⁰. The 0.9 takes the place of the shortcut’s 1.',
        },
        {
          answer: '1 - 0.9^10',
          says: 'That is the share that is lost. The question is which share is left.',
        },
      ],
      because:
        'About a third, and after fifty such blocks half a per cent. The help is lost when the shortcut is not the identity, because whatever is on it compounds.',
    },
  ],
} satisfies MathsExercise;
