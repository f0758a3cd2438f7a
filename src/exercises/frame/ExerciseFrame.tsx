import { useCallback, useEffect, useState } from 'react';
import type { Exercise } from '../../contract/exercises.ts';
import { sayUnkept } from '../../lib/deviceStorage.ts';
import { isSameAnswer } from '../answers/isSameAnswer.ts';
import { useAnswer } from '../answers/useAnswer.ts';
import type { ExerciseFiles, Kind } from '../kind.ts';
import { progressOf, type Progress } from '../progressOf.ts';
import type { ExerciseTexts } from '../texts.ts';
import { firstFailure } from './describeReport.ts';
import { Hints } from './Hints.tsx';
import { Mark } from './Mark.tsx';
import { OtherAnswers } from './OtherAnswers.tsx';
import { Solution } from './Solution.tsx';
import { Typeset } from './Words.tsx';

/** Where the reader may go on once the exercise is solved. */
export interface Next {
  href: string;
  says: string;
}

interface Props {
  exercise: Exercise;
  kind: Kind;
  files: ExerciseFiles;
  texts: ExerciseTexts;
  next?: Next;
  /** Hears how far the reader is, at first and as it changes. */
  onProgress?: (progress: Progress) => void;
}

/** What every exercise has around the body of its kind. */
export function ExerciseFrame({ exercise, kind, files, texts, next, onProgress }: Props) {
  const { state, session } = useAnswer(exercise, kind.isAnswer);
  const [isSolutionShown, showSolution] = useState(false);
  const [said, setSaid] = useState('');
  // A sentence that is already there would not be spoken again: a space makes it another.
  const announce = useCallback(
    (sentence: string) => setSaid((last) => (last === sentence ? `${sentence}\u00a0` : sentence)),
    [],
  );
  const { isReading, kept, unkept, isMet } = state;
  const { answer, report, hints = 0, others = [] } = kept ?? {};
  const progress = progressOf(kept);
  const isSolved = progress === 'solved';
  const fails = report !== undefined && firstFailure(report) !== undefined;
  const isTried = kind.mayCompare ? kind.mayCompare(exercise, answer) : report !== undefined;

  useEffect(() => {
    if (!isReading) onProgress?.(progress);
  }, [isReading, progress, onProgress]);

  return (
    <Typeset value={texts.typeset}>
      {kept && kept.version < exercise.version && (
        <p className="exercise-note">
          This exercise has changed since you began it. Your answer is still here; check it again to
          see whether it fits the new task.
        </p>
      )}
      <kind.Body
        {...{ exercise, files, answer, isReading, report, isSolutionShown, announce }}
        setAnswer={session.answer}
        setReport={(found, judged = answer) => session.report(found, judged)}
        isReportOld={report !== undefined && !isSameAnswer(kept?.judged, answer)}
        starter={texts.starter}
        mistakes={texts.mistakes}
      />
      {isMet && (
        <p className="exercise-note" role="status">
          You have answered this exercise in another tab, too. Both answers are kept: this one, and
          the other below.
        </p>
      )}
      {unkept && (
        <p className="exercise-note" role="status" data-unkept="">
          {sayUnkept(unkept, 'your answer')}
        </p>
      )}
      {isSolved && (
        <p className="exercise-solved">
          <Mark passed />
          <span>
            <strong>{fails ? 'Solved earlier.' : 'Solved.'}</strong>{' '}
            {next && (
              <>
                Next: <a href={next.href}>{next.says}</a>
              </>
            )}
          </span>
        </p>
      )}
      <div className="exercise-helps">
        <Hints hints={texts.hints} shown={hints} show={session.hint} />
        {texts.solution && (
          <Solution
            isTried={isTried}
            when={kind.mayCompare ? 'when you have written yours' : 'after your first try'}
            isFree={isSolved || kept?.sawSolution === true}
            html={texts.solution}
            name={kind.solutionName ?? 'Show the solution'}
            isShown={isSolutionShown}
            show={(shown) => {
              showSolution(shown);
              if (shown) session.lookAtSolution();
            }}
          />
        )}
        {answer !== undefined && !unkept && (
          <p className="fine exercise-kept">
            Kept in this browser, with <a href="../answers/">all your answers</a>
          </p>
        )}
      </div>
      <OtherAnswers
        others={others}
        swap={session.swap}
        show={(one) => (kind.isAnswer(one) ? kind.toMarkdown(exercise, one) : JSON.stringify(one))}
      />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </Typeset>
  );
}
