import { useRef, useState } from 'react';
import type { CheckReport, Exercise } from '../../contract/exercises.ts';
import { reasonOf } from '../../lib/reasonOf.ts';
import { kinds } from '../kinds.ts';
import { checkAgain, jobsOf } from './checkAgain.ts';
import { joinHandedIn, readHandedIn, type HandedIn } from './handedIn.ts';
import { cellKey, type Found } from './toTable.ts';

/** How far a second check of all answers is. */
export interface Progress {
  /** From 1. */
  job: number;
  jobs: number;
  says: string;
}

/** The files of a class, and what the checks find when they run again. */
export function useMarking(exercises: Exercise[]) {
  const [handedIn, setHandedIn] = useState<HandedIn[]>([]);
  const [problems, setProblems] = useState<string[]>([]);
  const [found, setFound] = useState<Found>(new Map<string, CheckReport>());
  const [progress, setProgress] = useState<Progress | null>(null);
  const [said, say] = useState('');
  const stopping = useRef<AbortController>(null);
  const jobs = jobsOf(handedIn, exercises);

  async function add(files: readonly File[]): Promise<void> {
    const read = await readHandedIn(files);
    setProblems(read.problems);
    setHandedIn((before) => joinHandedIn(before, read.handedIn));
  }

  function remove(): void {
    setHandedIn([]);
    setProblems([]);
    setFound(new Map());
    say('');
  }

  async function check(): Promise<void> {
    const controller = new AbortController();
    stopping.current = controller;
    setFound(new Map());
    say('');
    let done = 0;
    try {
      // Nobody who only reads needs Python and all checks.
      const [{ createPython }, { default: programs }, maths, ordering] = await Promise.all([
        import('../sandbox/createPython.ts'),
        import('virtual:exercise-programs'),
        kinds.maths?.(),
        kinds.ordering?.(),
      ]);
      await checkAgain(jobs, {
        checks: (id) => programs.exercises[id]?.checks ?? '',
        judge(exercise, answer) {
          const kind = (exercise.kind === 'maths' ? maths : ordering)?.default;
          return kind?.isAnswer(answer) ? kind.judge?.(exercise, answer) : undefined;
        },
        open: createPython,
        onJob: (index) => setProgress(describe(index)),
        onFound({ learner, exercise }, report) {
          done += 1;
          setFound((before) => new Map(before).set(cellKey(learner, exercise), report));
        },
        signal: controller.signal,
      });
      say(`${done} of ${jobs.length} answers were checked again.`);
    } catch (error) {
      say(`The checks cannot run: ${reasonOf(error)}`);
    } finally {
      setProgress(null);
    }
  }

  const describe = (index: number): Progress => {
    const { learner, exercise } = jobs[index] ?? {};
    const says = learner && exercise ? `${learner.name}, “${exercise.title}”` : '';
    return { job: index + 1, jobs: jobs.length, says };
  };

  return {
    ...{ handedIn, problems, found, progress, said, jobs: jobs.length },
    ...{ add, remove, check, stop: () => stopping.current?.abort() },
  };
}
