import programs from 'virtual:listings';
import type { Exercise } from '../contract/exercises.ts';
import {
  RehearsalFailed,
  type Rehearsed,
  type Rehearsing,
  type Timed,
} from '../figure/rehearsal.ts';
import { megabytes } from '../lib/format.ts';
import { describeError } from './code/describe.ts';
import type { ExerciseFiles } from './kind.ts';
import { offeredTo } from './listings/offeredTo.ts';
import { createPython } from './sandbox/createPython.ts';
import { PythonUnavailable, type PythonProgress } from './sandbox/pythonClient.ts';

/** An exercise that is answered in Python, with its own solution and checks. */
export interface PythonExercise {
  exercise: Exercise;
  files: ExerciseFiles;
}

/** How many programs in the text of a lesson can be run there. */
export function countListings(lesson: string): number {
  return listingsOf(lesson).length;
}

/** Starts a Python like the page's own, runs the lesson's programs and checks the solutions of its exercises. */
export async function rehearsePython(
  lesson: string,
  exercises: readonly PythonExercise[],
  { signal, tell }: Rehearsing,
): Promise<Rehearsed> {
  const python = createPython();
  const cancelled = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      python.dispose();
      reject(signal.reason as Error);
    });
  });
  const onProgress = (progress: PythonProgress) => tell(sayProgress(progress));
  const listings = listingsOf(lesson);
  const work = async (): Promise<Rehearsed> => {
    const began = performance.now();
    await python.start(onProgress);
    const startMs = performance.now() - began;
    const takes: Timed[] = [];
    for (const [index, { code }] of listings.entries()) {
      tell(`Running program ${index + 1} of ${listings.length}`);
      const offered = offeredTo(programs, lesson, code);
      const needsNetwork = /\bResNet34_Weights\b/.test(code);
      takes.push(
        await time(`program ${index + 1} in the text`, () =>
          python.run(code, { offered, needsNetwork, onProgress }),
        ),
      );
    }
    for (const { exercise, files } of exercises) {
      const { solution, checks } = files;
      if (exercise.kind !== 'code' || solution === undefined || checks === undefined) continue;
      tell(`Checking the solution of “${exercise.title}”`);
      const needsNetwork = exercise.needsNetwork ?? false;
      takes.push(
        await time(`the check of “${exercise.title}”`, () =>
          python.check(solution, checks, { needsNetwork, onProgress }),
        ),
      );
    }
    return { device: 'Python in WebAssembly on the CPU', startMs, takes: longestOf(takes) };
  };
  try {
    return await Promise.race([work(), cancelled]);
  } catch (error) {
    if (!(error instanceof PythonUnavailable)) throw error;
    throw new RehearsalFailed(error.message, { cause: error });
  } finally {
    if (!signal.aborted) python.dispose();
  }
}

function longestOf(takes: readonly Timed[]): Timed[] {
  const [longest] = [...takes].sort((one, other) => other.ms - one.ms);
  if (!longest) return [];
  return takes.length === 1
    ? [longest]
    : [{ ...longest, what: `The longest of them, ${longest.what},` }];
}

function listingsOf(lesson: string) {
  return programs.filter((program) => program.lesson === lesson && !program.isGiven);
}

/** @throws RehearsalFailed where the program ends in an error */
async function time(
  what: string,
  task: () => ReturnType<ReturnType<typeof createPython>['run' | 'check']>,
): Promise<Timed> {
  const began = performance.now();
  const outcome = await task();
  if (!outcome.ok)
    throw new RehearsalFailed(`There was an error in ${what}. ${describeError(outcome.error)}`);
  return { what, ms: performance.now() - began, known: 'measured' };
}

function sayProgress(progress: PythonProgress): string {
  if (progress.for === 'start') return 'Starting Python';
  const { received, total } = progress;
  const what = progress.for === 'network' ? 'the network' : 'Python';
  return `Loading ${what}: ${megabytes(received)} of ${megabytes(total)} MB`;
}
