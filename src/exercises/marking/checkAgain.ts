import type { CheckReport, CodeExercise, Exercise } from '../../contract/exercises.ts';
import { reportError } from '../code/describe.ts';
import type { PythonClient } from '../sandbox/pythonClient.ts';
import { claimOf } from './claim.ts';
import type { HandedIn } from './handedIn.ts';

/** One answer in code, to be checked again. */
export interface Job {
  learner: HandedIn;
  exercise: CodeExercise;
  code: string;
}

/** All answers in code, learner by learner. */
export function jobsOf(handedIn: HandedIn[], exercises: Exercise[]): Job[] {
  const inCode = exercises.filter((exercise) => exercise.kind === 'code');
  return handedIn.flatMap((learner) =>
    inCode.flatMap((exercise) => {
      const claim = claimOf(learner.answers.get(exercise.id));
      return claim ? [{ learner, exercise, code: claim.code }] : [];
    }),
  );
}

interface Options {
  /** The texts of checks.py, by exercise. */
  checks: (exercise: string) => string;
  /** Opens a Python of its own. */
  open: () => PythonClient;
  /** Hears which job begins, from 0. */
  onJob: (index: number) => void;
  onFound: (job: Job, found: CheckReport) => void;
  signal: AbortSignal;
}

/**
 * Runs the checks on all jobs, one after the other, each learner's in a Python of their own: what one learner's code
 * changes there does not reach the next one's. Ends early once the signal is aborted. Rejects with
 * PythonUnavailable where Python cannot be started.
 */
export async function checkAgain(jobs: Job[], options: Options): Promise<void> {
  const { checks, open, onJob, onFound, signal } = options;
  let python: PythonClient | undefined;
  const stop = () => python?.stop();
  signal.addEventListener('abort', stop);
  try {
    for (const [index, job] of jobs.entries()) {
      if (signal.aborted) return;
      onJob(index);
      if (jobs[index - 1]?.learner !== job.learner) {
        python?.dispose();
        python = open();
      }
      const { exercise, code } = job;
      const asked = { needsNetwork: exercise.needsNetwork };
      const outcome = await python?.check(code, checks(exercise.id), asked);
      if (!outcome || signal.aborted) return;
      onFound(job, outcome.ok ? outcome.report : reportError(outcome.error));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    python?.dispose();
  }
}
