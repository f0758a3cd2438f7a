import type { OrderingExercise } from '../../contract/exercises.ts';
import { checkOrders } from '../judges/judgeOrder.ts';
import { defineKind } from '../kind.ts';
import { OrderingBody, type Orders } from './OrderingBody.tsx';

/** Put in order, or chosen. */
export default defineKind<OrderingExercise, Orders>({
  Body: OrderingBody,
  solutionName: 'Show an answer',
  isAnswer: (value): value is Orders =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (order) => Array.isArray(order) && order.every((id) => typeof id === 'string'),
    ),
  judge: checkOrders,
  toMarkdown: ({ questions }, answer) =>
    questions
      .map(({ id, title, prompt, items }) => {
        const texts = (answer[id] ?? []).map((one) => items.find((item) => item.id === one)?.text);
        const given = texts.map((text, place) => `${place + 1}. ${text ?? '?'}`).join('\n');
        return `**${title}.** ${prompt}\n\n${given || '_Not answered._'}`;
      })
      .join('\n\n'),
});
