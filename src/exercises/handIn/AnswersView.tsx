import type { Exercise } from '../../contract/exercises.ts';
import { HandIn } from './HandIn.tsx';
import { OneAnswer } from './OneAnswer.tsx';
import { useAnswers } from './useAnswers.ts';
import { useKinds } from './useKinds.ts';

/** A lesson with exercises that can be answered. */
export interface AskedLesson {
  id: string;
  title: string;
  exercises: Exercise[];
}

interface Props {
  lessons: AskedLesson[];
  /** The way to the site's root. */
  root: string;
}

/** All answers on one page, to be read, handed in, or taken along. */
export function AnswersView({ lessons, root }: Props) {
  const { answers, problem } = useAnswers();
  const all = lessons.flatMap(({ exercises }) => exercises);
  const kinds = useKinds(all.filter(({ id }) => answers?.has(id)));
  const solved = all.filter(({ id }) => answers?.get(id)?.solvedAt !== undefined).length;
  return (
    <>
      <HandIn problem={problem} count={answers?.size ?? 0}>
        {answers && `${solved} of ${all.length} exercises solved.`}
      </HandIn>
      {lessons.map(({ id, title, exercises }) => (
        <div key={id} className="answered-lesson">
          <h2>{title}</h2>
          {exercises.map((exercise) => (
            <OneAnswer
              key={exercise.id}
              exercise={exercise}
              kept={answers?.get(exercise.id)}
              kind={kinds[exercise.kind]}
              href={`${root}${id}/#exercise-${exercise.id}`}
            />
          ))}
        </div>
      ))}
    </>
  );
}
