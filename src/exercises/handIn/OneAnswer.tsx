import type { Exercise, KeptAnswer } from '../../contract/exercises.ts';
import { day } from '../../lib/format.ts';
import { AnswerText } from '../frame/AnswerText.tsx';
import { describeReport } from '../frame/describeReport.ts';
import type { Kind } from '../kind.ts';
import { isSameAnswer } from '../answers/isSameAnswer.ts';

interface Props {
  exercise: Exercise;
  kept: KeptAnswer | undefined;
  /** Undefined until its script is here. */
  kind: Kind | undefined;
  /** Of the exercise in its lesson. */
  href: string;
}

/** What a reader answered to one exercise, and what came of it. */
export function OneAnswer({ exercise, kept, kind, href }: Props) {
  const { answer, report, judged, solvedAt, changedAt = 0, hints = 0, sawSolution } = kept ?? {};
  const date = (time: number) => day(new Date(time).toISOString());
  const says = [
    solvedAt === undefined ? `Last changed on ${date(changedAt)}.` : `Solved on ${date(solvedAt)}.`,
    report && isSameAnswer(judged, answer) ? describeReport(report) : '',
    hints === 0 ? '' : `${hints} ${hints === 1 ? 'hint' : 'hints'} read.`,
    sawSolution ? 'The solution was looked at first.' : '',
  ];
  return (
    <article className="answered">
      <h3>
        <a href={href}>{exercise.title}</a>
      </h3>
      <p className="fine">{answer === undefined ? 'Not begun.' : says.join(' ')}</p>
      {kind && kind.isAnswer(answer) && (
        <AnswerText>{kind.toMarkdown(exercise, answer)}</AnswerText>
      )}
    </article>
  );
}
