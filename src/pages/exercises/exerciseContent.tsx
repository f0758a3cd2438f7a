import type { MDXComponents, MDXContent } from 'mdx/types';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Exercise } from '../../contract/exercises.ts';
import type { ExperimentRecord } from '../../contract/experimentRecord.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import agreement from '../../../content/runs/agreement.json' with { type: 'json' };
import type { SycophancyReadingFinding } from '../../contract/sycophancy.ts';
import type { Prompt } from '../../contract/toyLanguage.ts';
import river from '../../../content/runs/residual-river.json' with { type: 'json' };
import { condenseRuns } from '../../exercises/experiment/condenseRuns.ts';
import { sumOf } from '../../exercises/judges/experiment/readStream.ts';
import { resultOf } from '../../figure/live/recording.ts';
import type { ExerciseFiles } from '../../exercises/kind.ts';
import type { ExerciseTexts, MistakeText } from '../../exercises/texts.ts';
import { typeset } from './typeset.ts';

const declarations = import.meta.glob<Exercise>('../../../content/exercises/*/exercise.ts', {
  eager: true,
  import: 'default',
});
const prose = import.meta.glob<MDXContent>('../../../content/exercises/*/*.mdx', {
  eager: true,
  import: 'default',
});
const programs = import.meta.glob<string>(
  '../../../content/exercises/*/{starter,solution,checks}.py',
  { eager: true, import: 'default', query: '?raw' },
);

const recordings = import.meta.glob<RunRecord[]>(
  '../../../content/runs/{degradation,faults}.json',
  {
    eager: true,
    import: 'default',
  },
);

/** Every exercise that can be answered in the page, as its exercise.ts declares it. */
export const exercises: Exercise[] = Object.values(declarations);

/** The statement of an exercise. Throws where there is none. */
export function statementOf(id: string): MDXContent {
  const statement = find(prose, id, 'statement.mdx');
  if (!statement) throw new Error(`A lesson names the exercise ${id}, which does not exist.`);
  return statement;
}

/** The declaration of an exercise; undefined while it can only be read. */
export function exerciseOf(id: string): Exercise | undefined {
  return find(declarations, id, 'exercise.ts');
}

/** The programs beside an exercise, as they are, and what an experiment needs of its recording. */
export function filesOf(exercise: Exercise): ExerciseFiles {
  const files = ['starter', 'solution', 'checks'] as const;
  const found = files.map((name) => [name, find(programs, exercise.id, `${name}.py`)] as const);
  const programsOf = Object.fromEntries(found.filter(([, text]) => text !== undefined));
  if (exercise.kind !== 'experiment' || !exercise.recording) return programsOf;
  if (exercise.task === 'train-agreement') return { ...programsOf, halves: agreement.halves };
  if (exercise.task === 'read-stream') return { ...programsOf, ...recordedSum() };
  const runs = recordings[`../../../content/runs/${exercise.recording}.json`];
  if (!runs) throw new Error(`${exercise.id} names the recording ${exercise.recording}.`);
  return { ...programsOf, runs: condenseRuns(runs, exercise.task) };
}

/** The sum of the prompt that the river opens on. */
function recordedSum(): ExerciseFiles {
  const { prompt, reading } = resultOf<RecordedReading>(river as ExperimentRecord);
  const sum = sumOf('recorded', prompt, reading);
  return sum ? { sum } : {};
}

interface RecordedReading {
  prompt: Prompt;
  reading: SycophancyReadingFinding;
}

/** All that the build sets of an exercise. */
export function textsOf(exercise: Exercise, components: MDXComponents): ExerciseTexts {
  const { id } = exercise;
  const render = (name: string, own: MDXComponents = {}) => {
    const Content = find(prose, id, name);
    return Content && renderToStaticMarkup(<Content components={{ ...components, ...own }} />);
  };
  const starters: string[] = [];
  const solutions: string[] = [];
  render('statement.mdx', { Starter: collect(starters), Solution: collect(solutions) });
  const hints: string[] = [];
  render('hints.mdx', { Hint: collect(hints) });
  const mistakes: Record<string, MistakeText> = {};
  render('mistakes.mdx', {
    Mistake({ id: mistake, title, children }: { id: string; title: string; children: ReactNode }) {
      mistakes[mistake] = { title, html: renderToStaticMarkup(children) };
      return null;
    },
  });
  const solution = [...solutions, render('model.mdx') ?? ''].join('');
  return {
    ...(starters[0] && { starter: starters[0] }),
    ...(solution && { solution }),
    ...{ hints, mistakes, typeset: typeset(exercise) },
  };
}

/** A component that leaves no trace where it stands: its HTML goes into a list. */
function collect(list: string[]) {
  return function Collected({ children }: { children: ReactNode }) {
    list.push(renderToStaticMarkup(children));
    return null;
  };
}

function find<T>(files: Record<string, T>, id: string, name: string): T | undefined {
  return files[`../../../content/exercises/${id}/${name}`];
}
