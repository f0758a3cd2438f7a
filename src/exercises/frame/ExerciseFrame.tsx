import { useState } from 'react';
import type { CheckReport, Exercise } from '../../contract/exercises.ts';
import type { ExerciseFiles, Kind } from '../kind.ts';
import type { ExerciseTexts } from '../texts.ts';
import { Typeset } from './Words.tsx';

interface Props {
  exercise: Exercise;
  kind: Kind;
  files: ExerciseFiles;
  texts: ExerciseTexts;
}

/** What every exercise has around the body of its kind. */
export function ExerciseFrame({ exercise, kind: { Body }, files, texts }: Props) {
  const [answer, setAnswer] = useState<unknown>();
  const [report, setReport] = useState<CheckReport>();
  const [said, announce] = useState('');
  return (
    <Typeset value={texts.typeset}>
      <Body
        {...{ exercise, files, answer, setAnswer, report, setReport, announce }}
        isReportOld={false}
        isSolutionShown={false}
        mistakes={texts.mistakes}
      />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </Typeset>
  );
}
