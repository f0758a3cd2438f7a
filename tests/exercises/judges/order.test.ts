import { expect, test } from 'vitest';
import preActivation from '../../../content/exercises/pre-activation/exercise.ts';
import type { OrderingExercise, OrderingQuestion } from '../../../src/contract/exercises.ts';
import { judgeOrder } from '../../../src/exercises/judges/judgeOrder.ts';

const { questions }: OrderingExercise = preActivation;
const [post, pre] = questions as [OrderingQuestion, OrderingQuestion];
const choices = questions.filter(({ asks }) => asks === 'choice');

const orders = (ids: string[]): string[][] =>
  ids.length === 0
    ? [[]]
    : ids.flatMap((id) => orders(ids.filter((one) => one !== id)).map((rest) => [id, ...rest]));

test.each([post, pre])('$id: one order is right, however its twins are placed', (question) => {
  const all = orders(question.items.map(({ id }) => id));
  const texts = (order: string[]) =>
    order.map((id) => question.items.find((item) => item.id === id)!.text).join();
  const right = all.filter((order) => judgeOrder(question, order).right);
  expect(new Set(right.map(texts))).toEqual(new Set([texts(question.right[0]!)]));
  // Two ReLUs, two batch norms, two convolutions.
  expect(right).toHaveLength(8);
  const silent = all.filter((order) => judgeOrder(question, order).says === 'Not yet.');
  expect(silent.map(texts)).toEqual([]);
});

test.each<[question: typeof post, order: string[], says: RegExp]>([
  [post, pre.right[0]!, /pre-activation block, which came a year later/],
  [post, ['conv-1', 'norm-1', 'relu-1', 'conv-2', 'norm-2', 'relu-2', 'add'], /only ever add/],
  [post, ['conv-1', 'relu-1', 'norm-1', 'conv-2', 'norm-2', 'add', 'relu-2'], /follows a ReLU/],
  [pre, post.right[0]!, /original block again/],
  [
    pre,
    ['norm-1', 'relu-1', 'conv-1', 'norm-2', 'conv-2', 'add', 'relu-2'],
    /follows the addition/,
  ],
  [pre, ['relu-1', 'norm-1', 'conv-1', 'relu-2', 'norm-2', 'conv-2', 'add'], /within the pair/],
  [
    pre,
    ['conv-1', 'norm-1', 'relu-1', 'conv-2', 'norm-2', 'relu-2', 'add'],
    /follows a convolution|begins with a convolution|Right before the addition/,
  ],
])('$0.id: tells a usual mistake', (question, order, says) => {
  const judgement = judgeOrder(question, order);
  expect(judgement).toMatchObject({ right: false, isNamed: true });
  expect(judgement.says).toMatch(says);
});

test.each(choices)('$id: has a reason for every choice', (question) => {
  const said = question.items.map(({ id }) => judgeOrder(question, [id]));
  expect(said.filter(({ right }) => right)).toHaveLength(1);
  for (const { right, isNamed, says } of said) {
    expect(right === true || isNamed === true).toBe(true);
    expect(says.length).toBeGreaterThan(30);
  }
});

test('nothing is said of half an order', () => {
  expect(judgeOrder(post, ['conv-1'])).toEqual({ says: '' });
  expect(judgeOrder(choices[0]!, [])).toEqual({ says: '' });
});
