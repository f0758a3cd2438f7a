import type { CheckReport, Exercise } from '../../contract/exercises.ts';
import type { Table } from '../../figure/tools/table.ts';
import { progressOf, type Progress } from '../progressOf.ts';
import { allPass } from './claim.ts';
import type { HandedIn } from './handedIn.ts';

export const progressWords: Record<Progress, string> = {
  'not begun': 'not begun',
  begun: 'attempted',
  solved: 'solved',
};

/** What the checks found when they ran again, by `cellKey`. */
export type Found = ReadonlyMap<string, CheckReport>;

export function cellKey(learner: HandedIn, exercise: Exercise): string {
  return `${exercise.id} ${learner.key}`;
}

/** When an answer was solved, or last changed, in milliseconds since 1970; nothing where it wasn't begun. */
export function whenOf(learner: HandedIn, exercise: Exercise): number | undefined {
  const kept = learner.answers.get(exercise.id);
  if (!kept || progressOf(kept) === 'not begun') return undefined;
  return kept.solvedAt ?? kept.changedAt;
}

/** The class as a table to download: a row a learner; two columns an exercise, and one more where checks ran again. */
export function toTable(handedIn: HandedIn[], exercises: Exercise[], found: Found): Table {
  const isChecked = (exercise: Exercise) =>
    handedIn.some((learner) => found.has(cellKey(learner, exercise)));
  return {
    caption: 'Answers of a class',
    head: [
      ...['name', 'file', 'downloaded', 'solved'],
      ...exercises.flatMap((exercise) => [
        ...[exercise.id, `${exercise.id}: when`],
        ...(isChecked(exercise) ? [`${exercise.id}: checked again`] : []),
      ]),
    ],
    rows: handedIn.map((learner) => [
      ...[unformula(learner.name), unformula(learner.file), learner.savedAt],
      countSolved(learner, exercises),
      ...exercises.flatMap((exercise) => {
        const when = whenOf(learner, exercise);
        const report = found.get(cellKey(learner, exercise));
        const again = report ? (allPass(report) ? 'passes' : 'fails') : '';
        return [
          progressWords[progressOf(learner.answers.get(exercise.id))],
          when === undefined ? '' : new Date(when).toISOString(),
          ...(isChecked(exercise) ? [again] : []),
        ];
      }),
    ]),
  };
}

export function countSolved(learner: HandedIn, exercises: Exercise[]): number {
  return exercises.filter(({ id }) => progressOf(learner.answers.get(id)) === 'solved').length;
}

/** A spreadsheet would take such a name for a formula. */
const unformula = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
