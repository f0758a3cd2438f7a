import type { ComponentType } from 'react';
import type { ExperimentExercise } from '../../contract/exercises.ts';
import type { BodyProps } from '../kind.ts';
import { Ablate } from './Ablate.tsx';
import { Diagnose } from './Diagnose.tsx';
import { NameCurves } from './NameCurves.tsx';
import { PredictDepth } from './PredictDepth.tsx';
import { Steer } from './Steer.tsx';
import { ReadStream } from './ReadStream.tsx';
import type { ExperimentAnswer, TaskProps } from './tasks.ts';
import { TrainAgreement } from './TrainAgreement.tsx';
import '../questions/questions.css';

const bodies: {
  [Task in keyof Required<ExperimentAnswer>]: ComponentType<
    TaskProps<NonNullable<ExperimentAnswer[Task]>>
  >;
} = {
  'predict-depth': PredictDepth,
  'name-curves': NameCurves,
  diagnose: Diagnose,
  ablate: Ablate,
  'train-agreement': TrainAgreement,
  steer: Steer,
  'read-stream': ReadStream,
};

/** The task that an exercise names, with its part of the answer. */
export function ExperimentBody(props: BodyProps<ExperimentExercise, ExperimentAnswer>) {
  const { files, answer, setAnswer, setReport, ...rest } = props;
  const { task } = rest.exercise;
  const Body = bodies[task] as ComponentType<TaskProps<unknown>>;
  return (
    <Body
      {...rest}
      recorded={files.runs ?? []}
      halves={files.halves ?? []}
      sum={files.sum ?? null}
      answer={answer?.[task]}
      setAnswer={(one) => setAnswer(one === undefined ? undefined : { [task]: one })}
      setReport={(report, judged) =>
        judged === undefined ? setReport(report) : setReport(report, { [task]: judged })
      }
    />
  );
}
