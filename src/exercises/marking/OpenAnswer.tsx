import { useEffect, useRef } from 'react';
import type { CheckReport, Exercise } from '../../contract/exercises.ts';
import { day } from '../../lib/format.ts';
import { isSameAnswer } from '../answers/isSameAnswer.ts';
import { AnswerText } from '../frame/AnswerText.tsx';
import { Verdicts } from '../frame/Verdicts.tsx';
import { OneAnswer } from '../handIn/OneAnswer.tsx';
import { useKinds } from '../handIn/useKinds.ts';
import { claimOf, differenceOf } from './claim.ts';
import type { HandedIn } from './handedIn.ts';

interface Props {
  learner: HandedIn;
  exercise: Exercise;
  /** What the checks found when they ran again. */
  found: CheckReport | undefined;
  root: string;
  close: () => void;
}

/** One learner's answer to one exercise, as the file has it; shown as text, never run. */
export function OpenAnswer({ learner, exercise, found, root, close }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const kind = useKinds([exercise])[exercise.kind];
  const kept = learner.answers.get(exercise.id);
  const claim = claimOf(kept);
  const report = found ?? claim?.report;
  const difference = claim && found ? differenceOf(claim, found) : '';
  const solvedWith = kept?.solvedWith;
  const isChanged = solvedWith !== undefined && !isSameAnswer(solvedWith, kept?.answer);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="marking-open" onKeyDown={({ key }) => key === 'Escape' && close()}>
      <div className="marking-open-head">
        <h2 ref={heading} tabIndex={-1}>
          {learner.name}
        </h2>
        <button type="button" onClick={close}>
          Close
        </button>
      </div>
      <p className="fine">
        From {learner.file}, downloaded on {day(learner.savedAt)}.
      </p>
      {kept && kept.version < exercise.version && (
        <p className="fine">The exercise has changed since this was answered.</p>
      )}
      <OneAnswer
        {...{ exercise, kept, kind }}
        href={`${root}${exercise.lesson}/#exercise-${exercise.id}`}
      />
      {kind && kept?.answer !== undefined && !kind.isAnswer(kept.answer) && (
        <p className="problem">What the file holds is no answer to this exercise.</p>
      )}
      {isChanged && kind?.isAnswer(solvedWith) && (
        <>
          <h3>The earlier answer that solved it</h3>
          <AnswerText>{kind.toMarkdown(exercise, solvedWith)}</AnswerText>
        </>
      )}
      {report && (
        <>
          <h3>
            {found ? 'What the checks found again' : 'What the checks found, as the file says'}
          </h3>
          {difference && <p className="problem">{difference}</p>}
          <Verdicts report={report} isOld={false} mistakes={{}} />
        </>
      )}
    </section>
  );
}
