import type { CheckReport, OrderingExercise, OrderingQuestion } from '../../contract/exercises.ts';
import { unanswered, type Judgement } from './judgement.ts';
import { reportOf } from './reportOf.ts';

/** The report on an exercise. @param orders by question; nothing is said of what is left out */
export function checkOrders(
  { questions }: OrderingExercise,
  orders: Readonly<Record<string, readonly string[]>>,
): CheckReport {
  return reportOf(
    questions.map((question) => ({
      ...{ id: question.id, title: question.title },
      judgement: judgeOrder(question, orders[question.id] ?? []),
    })),
  );
}

/**
 * Whether an order, or a choice, is right; where not, the first mistake that fits it.
 * @param order ids of the question's items: all of them, or the one chosen
 */
export function judgeOrder(question: OrderingQuestion, order: readonly string[]): Judgement {
  const isWhole = question.asks === 'choice' ? order.length === 1 : isPermutation(question, order);
  if (!isWhole) return unanswered;
  // Items of equal text are the same.
  const read = (ids: readonly string[]) =>
    ids.map((id) => question.items.find((item) => item.id === id)?.text ?? id);
  const texts = read(order);
  if (question.right.some((right) => isSame(read(right), texts)))
    return { right: true, says: question.because };
  const mistake = question.mistakes.find(({ order: part, at }) => holds(texts, read(part), at));
  return mistake
    ? { right: false, says: mistake.says, isNamed: true }
    : { right: false, says: 'Not yet.' };
}

/** Whether an order is one of all items of a question, each once. */
export function isPermutation({ items }: OrderingQuestion, order: readonly string[]): boolean {
  return isSame(items.map(({ id }) => id).sort(), [...order].sort());
}

/** Whether `part` is in `whole` without a gap: anywhere, or at its start or end. */
function holds(whole: readonly string[], part: readonly string[], at?: 'start' | 'end'): boolean {
  const places =
    at === 'start' ? [0] : at === 'end' ? [whole.length - part.length] : whole.map((_, i) => i);
  return places.some((place) => isSame(whole.slice(place, place + part.length), part));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part, i) => part === other[i]);
}
