import type { Exercise } from '../../contract/exercises.ts';
import { day } from '../../lib/format.ts';
import { Mark } from '../frame/Mark.tsx';
import type { AskedLesson } from '../handIn/AnswersView.tsx';
import { progressOf } from '../progressOf.ts';
import { claimOf, differenceOf } from './claim.ts';
import type { HandedIn } from './handedIn.ts';
import { cellKey, countSolved, progressWords, whenOf, type Found } from './toTable.ts';

type Open = (learner: HandedIn, exercise: Exercise, button: HTMLElement) => void;

interface Props {
  handedIn: HandedIn[];
  lessons: AskedLesson[];
  found: Found;
  open: Open;
}

/** Learner by exercise: how far, since when, and whether the checks agree; each answer can be opened. */
export function ClassTable({ handedIn, lessons, found, open }: Props) {
  const exercises = lessons.flatMap((lesson) => lesson.exercises);
  return (
    <div
      className="table-holder marking-table"
      role="region"
      aria-label="Answers of the class"
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Learner
            </th>
            <th scope="col" rowSpan={2}>
              Solved
            </th>
            {lessons.map(({ id, title, exercises: own }) => (
              <th key={id} scope="colgroup" colSpan={own.length} title={title}>
                <span>{title}</span>
              </th>
            ))}
          </tr>
          <tr>
            {exercises.map(({ id, title }) => (
              <th key={id} scope="col" className="marking-exercise">
                <span>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {handedIn.map((learner) => (
            <tr key={learner.key}>
              <th scope="row">
                {learner.name}
                <small>{day(learner.savedAt)}</small>
              </th>
              <td>
                {countSolved(learner, exercises)} of {exercises.length}
              </td>
              {exercises.map((exercise) => (
                <Cell key={exercise.id} {...{ learner, exercise, found, open }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  learner: HandedIn;
  exercise: Exercise;
  found: Found;
  open: Open;
}

function Cell({ learner, exercise, found, open }: CellProps) {
  const kept = learner.answers.get(exercise.id);
  const progress = progressOf(kept);
  const when = whenOf(learner, exercise);
  if (when === undefined)
    return (
      <td>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{progressWords[progress]}</span>
      </td>
    );
  const claim = claimOf(kept);
  const report = found.get(cellKey(learner, exercise));
  const differs = claim && report ? differenceOf(claim, report) !== '' : false;
  return (
    <td data-differs={differs || undefined}>
      <button
        type="button"
        className="marking-cell"
        data-progress={progress}
        onClick={({ currentTarget }) => open(learner, exercise, currentTarget)}
      >
        <Mark passed={progress === 'solved' ? true : undefined} />
        <span className="visually-hidden">{progressWords[progress]}, </span>
        <span>{shortDay(when)}</span>
        {report && <span>{differs ? 'differs' : 'agrees'}</span>}
      </button>
    </td>
  );
}

/** Such as `3 Nov`: the year is said where the answer is opened. */
function shortDay(time: number): string {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Date(time).toLocaleDateString('en-GB', options);
}
