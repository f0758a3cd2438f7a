import type { HalfRun } from '../../contract/agreementRecord.ts';
import type { ExperimentExercise } from '../../contract/exercises.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { BodyProps } from '../kind.ts';
import type { Design } from '../judges/experiment/ablate.ts';
import type { Diagnoses } from '../judges/experiment/diagnose.ts';
import type { NamedCurves } from '../judges/experiment/nameCurves.ts';
import type { PredictDepthAnswer } from '../judges/experiment/predictDepth.ts';
import type { TrainAgreementAnswer } from '../judges/experiment/trainAgreement.ts';
import type { Steered } from '../judges/experiment/steer.ts';
import type { ReadStreamAnswer, StreamSum } from '../judges/experiment/readStream.ts';

/** What the body of a task is given. */
export interface TaskProps<Answer> extends Omit<BodyProps<ExperimentExercise, Answer>, 'files'> {
  /** Of the exercise's recording. */
  recorded: readonly RunRecord[];
  /** Of its recording, where that is of small transformers. */
  halves: readonly HalfRun[];
  /** Of its recording, where that is a reading of the small transformer's stream. */
  sum: StreamSum | null;
}

/** An answer to any of the tasks, by task, so that one is never read as another. */
export interface ExperimentAnswer {
  'predict-depth'?: PredictDepthAnswer;
  'name-curves'?: NamedCurves;
  diagnose?: Diagnoses;
  ablate?: Design;
  'train-agreement'?: TrainAgreementAnswer;
  steer?: Steered;
  'read-stream'?: ReadStreamAnswer;
}
