import type { OtherAnswer } from '../../contract/exercises.ts';
import { AnswerText } from './AnswerText.tsx';

interface Props {
  others: OtherAnswer[];
  /** An answer in Markdown. */
  show: (answer: unknown) => string;
  swap: (answer: unknown) => void;
}

/** Answers of this reader that made way for the present one, such as another tab's. */
export function OtherAnswers({ others, show, swap }: Props) {
  if (others.length === 0) return null;
  return (
    <details className="other-answers">
      <summary>
        {others.length === 1
          ? 'Another answer of yours'
          : `${others.length} other answers of yours`}
      </summary>
      {others.map(({ answer, changedAt }) => (
        <div key={changedAt}>
          <p>
            From{' '}
            {new Date(changedAt).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}
            .{' '}
            <button type="button" className="quiet" onClick={() => swap(answer)}>
              Use this one
            </button>
          </p>
          <AnswerText>{show(answer)}</AnswerText>
        </div>
      ))}
    </details>
  );
}
