import type { OrderingExercise, OrderingQuestion } from '../../contract/exercises.ts';
import type { BodyProps } from '../kind.ts';
import { Words } from '../frame/Words.tsx';
import { checkOrders, isPermutation, judgeOrder } from '../judges/judgeOrder.ts';
import { Choices } from '../questions/Choices.tsx';
import { useChecked } from '../questions/useChecked.ts';
import { Verdict } from '../questions/Verdict.tsx';
import { OrderList } from './OrderList.tsx';
import '../questions/questions.css';

/** The order, or the one chosen, by question. */
export type Orders = Record<string, string[]>;

/** Things to put in order and choices to make; each is judged on its own. */
export function OrderingBody(props: BodyProps<OrderingExercise, Orders>) {
  const { exercise, answer = {}, setAnswer, setReport, announce } = props;
  const [checked, setChecked] = useChecked(props);
  const orderOf = (question: OrderingQuestion, all: Orders) => {
    const kept = all[question.id] ?? [];
    if (question.asks === 'choice') return kept;
    return isPermutation(question, kept) ? kept : question.items.map(({ id }) => id);
  };

  const check = (question: OrderingQuestion, order: string[]) => {
    const now = { ...answer, [question.id]: order };
    const judged = { ...checked, [question.id]: order };
    setAnswer(now);
    setChecked(judged);
    const current = exercise.questions.flatMap((one) => {
      const shown = orderOf(one, now);
      return isEqual(judged[one.id], shown) ? [[one.id, shown] as const] : [];
    });
    setReport(checkOrders(exercise, Object.fromEntries(current)), now);
    const { right, says } = judgeOrder(question, order);
    announce(`${right ? 'Right' : 'Not yet'}. ${says}`);
  };

  return (
    <ol className="questions">
      {exercise.questions.map((question) => {
        const order = orderOf(question, answer);
        const isChecked = isEqual(checked?.[question.id], order);
        return (
          <li className="question" key={question.id}>
            <h4>{question.title}</h4>
            <p>
              <Words>{question.prompt}</Words>
            </p>
            {question.asks === 'order' ? (
              <>
                <OrderList
                  label={question.title}
                  items={question.items}
                  {...{ order, announce }}
                  change={(next) => setAnswer({ ...answer, [question.id]: next })}
                />
                <div className="answer-line">
                  <button type="button" onClick={() => check(question, [...order])}>
                    Check the order
                  </button>
                </div>
              </>
            ) : (
              <Choices
                label={question.title}
                options={question.items}
                chosen={order[0]}
                choose={(id) => check(question, [id])}
              />
            )}
            <Verdict judgement={isChecked ? judgeOrder(question, order) : undefined} />
          </li>
        );
      })}
    </ol>
  );
}

const isEqual = (one: readonly string[] | undefined, other: readonly string[]) =>
  one !== undefined && one.join(' ') === other.join(' ');
