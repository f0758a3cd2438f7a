import type {
  CheckReport,
  CodeExercise,
  Exercise,
  MathsExercise,
  OrderingExercise,
} from '../../contract/exercises.ts';
import { reportError } from '../code/describe.ts';
import type { PythonClient } from '../sandbox/pythonClient.ts';
import { claimOf } from './claim.ts';
import type { HandedIn } from './handedIn.ts';

/** One answer, to be checked again. */
export interface Job {
  learner: HandedIn;
  exercise: CodeExercise | MathsExercise | OrderingExercise;
  answer: unknown;
}

/** All answers that can be checked without their writer, learner by learner: not experiments and reflections. */
export function jobsOf(handedIn: HandedIn[], exercises: Exercise[]): Job[] {
  return handedIn.flatMap((learner) =>
    exercises.flatMap((exercise) => {
      const claim = claimOf(learner.answers.get(exercise.id));
      if (!claim || exercise.kind === 'experiment' || exercise.kind === 'reflection') return [];
      if (exercise.kind === 'code' && typeof claim.answer !== 'string') return [];
      return [{ learner, exercise, answer: claim.answer }];
    }),
  );
}

interface Options {
  /** The texts of checks.py, by exercise. */
  checks: (exercise: string) => string;
  /** What is found in an answer that is no code; nothing where it is no answer. */
  judge: (exercise: Exercise, answer: unknown) => CheckReport | undefined;
  /** Opens a Python of its own. */
  open: () => PythonClient;
  /** Hears which job begins, from 0. */
  onJob: (index: number) => void;
  onFound: (job: Job, found: CheckReport) => void;
  signal: AbortSignal;
}

/**
 * Checks all jobs, one after the other, each learner's code in a Python of their own: what one learner's code
 * changes there does not reach the next one's. Ends early once the signal is aborted. Rejects with
 * PythonUnavailable where Python cannot be started.
 */
export async function checkAgain(jobs: Job[], options: Options): Promise<void> {
  const { checks, judge, open, onJob, onFound, signal } = options;
  let python: PythonClient | undefined;
  const stop = () => python?.stop();
  signal.addEventListener('abort', stop);
  try {
    for (const [index, job] of jobs.entries()) {
      if (signal.aborted) return;
      onJob(index);
      const { learner, exercise, answer } = job;
      if (jobs[index - 1]?.learner !== learner) {
        python?.dispose();
        python = undefined;
      }
      if (exercise.kind !== 'code') {
        const found = judge(exercise, answer);
        if (found) onFound(job, found);
        continue;
      }
      python ??= open();
      const asked = { needsNetwork: exercise.needsNetwork };
      const outcome = await python.check(String(answer), checks(exercise.id), asked);
      if (signal.aborted) return;
      onFound(job, outcome.ok ? outcome.report : reportError(outcome.error, outcome.report));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    python?.dispose();
  }
}
