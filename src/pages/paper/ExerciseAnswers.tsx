import type { Exercise, MathsQuestion, OrderingQuestion } from '../../contract/exercises.ts';
import { Html } from '../../exercises/frame/Html.tsx';
import { Words } from '../../exercises/frame/Words.tsx';
import type { ExerciseTexts } from '../../exercises/texts.ts';
import { sayMathsAnswer } from './sayMathsAnswer.ts';

interface Props {
  exercise: Exercise;
  texts: ExerciseTexts;
}

/** For the teacher: the solution or model answer of an exercise, what to look for, and the usual mistakes. */
export function ExerciseAnswers({ exercise, texts }: Props) {
  const mistakes = Object.entries(texts.mistakes);
  return (
    <div className="paper-answer" data-answer="solution">
      {(exercise.kind === 'maths' || exercise.kind === 'ordering') && (
        <>
          <p className="paper-label">Answers</p>
          <ol className="paper-questions">
            {exercise.questions.map((question) => (
              <li key={question.id}>
                <QuestionAnswer question={question} />
              </li>
            ))}
          </ol>
        </>
      )}
      {exercise.kind === 'reflection' && (
        <>
          <p className="paper-label">A good answer</p>
          <ul>
            {exercise.rubric.map((item) => (
              <li key={item}>
                <Words>{item}</Words>
              </li>
            ))}
          </ul>
        </>
      )}
      {texts.solution && (
        <>
          <p className="paper-label">{exercise.kind === 'code' ? 'A solution' : 'Model answer'}</p>
          <Html html={texts.solution} />
        </>
      )}
      {mistakes.length > 0 && (
        <>
          <p className="paper-label">Usual mistakes, and what to say to them</p>
          <dl className="paper-mistakes">
            {mistakes.map(([id, { title, html }]) => (
              <div key={id}>
                <dt>{title}</dt>
                <dd>
                  <Html html={html} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}

function QuestionAnswer({ question }: { question: MathsQuestion | OrderingQuestion }) {
  const mistakes = question.mistakes.map((mistake) => ({
    answer: 'answer' in mistake ? mistake.answer : orderOf(question as OrderingQuestion, mistake),
    says: mistake.says,
  }));
  return (
    <>
      <p>
        <strong>
          {'answer' in question
            ? sayMathsAnswer(question.answer)
            : orderOf(question, { order: question.right[0] ?? [] })}
        </strong>
        {'. '}
        <Words>{question.because}</Words>
      </p>
      <dl className="paper-mistakes">
        {mistakes.map(({ answer, says }) => (
          <div key={answer + says}>
            <dt>{answer}</dt>
            <dd>
              <Words>{says}</Words>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** An order, whole or the part of it that is wrong, or a choice: in the words of its items. */
function orderOf(
  { items }: OrderingQuestion,
  { order, at }: { order: readonly string[]; at?: 'start' | 'end' },
): string {
  const words = order.map((id) => items.find((item) => item.id === id)?.text ?? id).join(' → ');
  return { start: `${words} first`, end: `${words} last`, anywhere: words }[at ?? 'anywhere'];
}
