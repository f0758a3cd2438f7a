import { describe, expect, test } from 'vitest';
import additionGradient from '../../../content/exercises/addition-gradient/exercise.ts';
import batchnormByHand from '../../../content/exercises/batchnorm-by-hand/exercise.ts';
import shapesAndCounts from '../../../content/exercises/shapes-and-counts/exercise.ts';
import type { MathsExercise, MathsQuestion } from '../../../src/contract/exercises.ts';
import { checkMaths, judgeMaths } from '../../../src/exercises/judges/judgeMaths.ts';

const exercises: MathsExercise[] = [additionGradient, batchnormByHand, shapesAndCounts];
const questions = new Map(
  exercises.flatMap((exercise) =>
    exercise.questions.map((question): [string, MathsQuestion] => [
      `${exercise.id} ${question.id}`,
      question,
    ]),
  ),
);
const judge = (id: string, text: string) => judgeMaths(questions.get(id)!, text);

/** Answers as people type them, of each question. */
const rightForms: Record<string, string[]> = {
  'addition-gradient one-block': [
    "F'(x) + 1",
    '1+F′',
    'dF/dx + 1',
    '1 + ∂F/∂x',
    "dy/dx = F'(x)+1",
    "(2F'(x)+2)/2",
  ],
  'addition-gradient two-blocks': ['(1+a)(1+b)', '1 + a + b + ab', '(1+b)·(1+a)', '1+a+b*(1+a)'],
  'addition-gradient ten-blocks': [
    '(1+a)^10',
    '(a+1)¹⁰',
    '(1+a)**10',
    '((1+a)^2)^5',
    '(1+a)(1+a)^9',
  ],
  'addition-gradient in-numbers': [
    '2.59',
    '2,594',
    '1.1^10',
    '2.6',
    '1,1¹⁰',
    '≈ 2.59',
    'about 2.6',
  ],
  'addition-gradient scaled': ['(k+a)^10', '(a + k)¹⁰', '(k+a)^8 (k² + 2ka + a²)'],
  'addition-gradient what-is-left': ['0.35', '0,349', '.9^10', '35 %', '34.9%'],
  'batchnorm-by-hand mean': ['8', '(1+7+9+15)/4', '8.0'],
  'batchnorm-by-hand variance': ['25', '5²', '(49 + 1 + 1 + 49)/4'],
  'batchnorm-by-hand output': [
    ...[
      '7.2, 9.6, 10.4, 12.8',
      '[7.2 9.6 10.4 12.8]',
      '7,2; 9,6; 10,4; 12,8',
      '(7,2 9,6 10,4 12,8)',
    ],
    ...[
      '7,2, 9,6, 10,4, 12,8',
      '7.2,9.6,10.4,12.8',
      '7.2, 9.6, 10.4 and 12.8',
      '2*-1.4+10, 9.6, 10.4, 12.8',
    ],
  ],
  'batchnorm-by-hand epsilon': ['10', '10.0', '2*0 + 10'],
  'batchnorm-by-hand small': ['0.3', '0.30', '0.001/sqrt(0.000011)', '0,3015'],
  'batchnorm-by-hand running-mean': ['0.8', ',8', '0.9*0 + 0.1*8'],
  'batchnorm-by-hand running-variance': ['4.23', '0.9 + 0.1·100/3', '4,233'],
  'batchnorm-by-hand evaluation': ['17', '17.0', '16.999', '2(8-0.8)/√4.233 + 10'],
  'shapes-and-counts stem-shape': ['[1, 64, 112, 112]', '1×64×112×112', '(1,64,112,112)'],
  'shapes-and-counts downsampling-shape': [
    ...['[2, 128, 28, 28]', '(2,128,28,28)', '2 128 28 28', '{2; 128; 28; 28}'],
    ...['torch.Size([2, 128, 28, 28])', '2x128x28x28', '2 × 128 × 28 × 28', '2*128*28*28'],
  ],
  'shapes-and-counts convolution': ['73728', '73,728', '73 728', '73.728', '64*128*9', '128·64·3²'],
  'shapes-and-counts residual-block': [
    ...['73984', '73,984', '73 984', '73.984', "73'984", '73 984', '73_984'],
    ...['73,984 parameters', '2*64*64*9 + 2*2*64', '73,728 + 256'],
  ],
  'shapes-and-counts downsampling-block': ['230,144', '230144', '73,728 + 147,456 + 8,192 + 768'],
};

test('every question has right answers to be tried', () => {
  expect(Object.keys(rightForms).sort()).toEqual([...questions.keys()].sort());
});

describe.each([...questions])('%s', (id, question) => {
  test.each(rightForms[id] ?? [])('accepts %s', (text) => {
    expect(judge(id, text)).toMatchObject({ right: true, says: question.because });
  });

  test.each(question.mistakes)('names $answer', ({ answer, says }) => {
    expect(judge(id, answer)).toEqual({ right: false, says, isNamed: true });
  });

  test('is silent before there is an answer', () => {
    expect(judge(id, ' ')).toEqual({ says: '' });
  });
});

test.each<[id: string, text: string, says: RegExp]>([
  [
    'addition-gradient one-block',
    "2F'(x) + 1",
    /Try F′\(x\) = 0\.1: yours is 1\.2, the derivative is 1\.1/,
  ],
  ['addition-gradient ten-blocks', '(1+a)^11', /a = 0\.1: yours is 2\.85, the derivative is 2\.59/],
  ['addition-gradient in-numbers', '3', /too large/],
  ['batchnorm-by-hand output', '7.2, 9.6, 10, 12.8', /3 of the 4 are right/],
  ['shapes-and-counts downsampling-shape', '[2, 128, 30, 28]', /the height/],
  ['shapes-and-counts downsampling-shape', '[128, 28]', /has 2 numbers; PyTorch’s has 4/],
  ['shapes-and-counts residual-block', '70,000', /too small/],
  // Near a usual mistake, but not it.
  ['shapes-and-counts residual-block', '73,983', /too small/],
  ['batchnorm-by-hand variance', '33', /too large/],
])('%s: says of %s what can be said, and no false name', (id, text, says) => {
  const { right, says: said, isNamed } = judge(id, text);
  expect(right).toBe(false);
  expect(isNamed).toBeUndefined();
  expect(said).toMatch(says);
});

test.each<[id: string, text: string, says: RegExp, isNamed?: true]>([
  // A percentage without its sign, and what has been rounded.
  ['addition-gradient what-is-left', '35', /percentage without its sign/, true],
  ['addition-gradient what-is-left', '34.87', /percentage without its sign/, true],
  ['addition-gradient what-is-left', '0.3', /rounded too far/],
  ['addition-gradient what-is-left', '2.59', /a gradient that grows/, true],
  ['batchnorm-by-hand running-variance', '4.2', /rounded too far/],
  ['batchnorm-by-hand variance', '33.3', /the unbiased variance/, true],
  ['batchnorm-by-hand running-variance', '≈ 3.3', /starts at 1/, true],
])('%s: knows what %s has been rounded or scaled from', (id, text, says, isNamed) => {
  const judgement = judge(id, text);
  expect(judgement).toMatchObject({ right: false, says: expect.stringMatching(says) });
  expect(judgement.isNamed).toBe(isNamed);
});

test.each<[id: string, text: string, says: RegExp, start: number]>([
  ['addition-gradient one-block', "F'(x) + z", /“z” isn’t known here/, 8],
  ['addition-gradient two-blocks', '(1+a)(1+b', /never closed/, 5],
  ['batchnorm-by-hand output', '7.2, 9.6', /4 numbers, with commas/, 0],
  ['batchnorm-by-hand mean', 'eight', /Use numbers/, 0],
  ['shapes-and-counts stem-shape', '[N, 64, 112, 112]', /whole numbers/, 1],
])('%s: says where %s can’t be read, and doesn’t call it wrong', (id, text, says, start) => {
  const { right, says: said, at } = judge(id, text);
  expect(right).toBeUndefined();
  expect(said).toMatch(says);
  expect(at?.start).toBe(start);
});

test('a report says nothing of what is left out, and passes what is right', () => {
  const { results } = checkMaths(batchnormByHand, { mean: '8', variance: '100' });
  expect(results.map(({ passed }) => passed).slice(0, 3)).toEqual([true, false, undefined]);
  expect(results[1]?.detail).toContain('sum of the squared distances');
});
