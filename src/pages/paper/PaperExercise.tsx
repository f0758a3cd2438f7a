import type { MDXComponents } from 'mdx/types';
import type { ComponentProps } from 'react';
import type { Exercise } from '../../contract/exercises.ts';
import { Html } from '../../exercises/frame/Html.tsx';
import { Typeset, Words } from '../../exercises/frame/Words.tsx';
import type { ExerciseTexts } from '../../exercises/texts.ts';
import { exerciseOf, filesOf, statementOf, textsOf } from '../exercises/exerciseContent.tsx';
import { guides } from '../exercises/ExerciseSection.tsx';
import { ExerciseAnswers } from './ExerciseAnswers.tsx';
import { Lines } from './Lines.tsx';

interface Props {
  id: string;
  number: string;
}

const nothing = () => null;

/**
 * What stands for `<Exercise id="…" />` on paper: the statement and the questions, without what answers them in the
 * page.
 * @param components what an exercise's text itself is made of
 * @param forClass with room to write, and with the answers, which the page shows when asked to
 */
export function paperExercise(components: MDXComponents, { forClass }: { forClass: boolean }) {
  return function PaperExercise({ id, number }: Props) {
    const exercise = exerciseOf(id);
    const texts = exercise && textsOf(exercise, components);
    const h3 = ({ children }: ComponentProps<'h3'>) => <h3>{children}</h3>;
    return (
      <section className="exercise paper-exercise" id={`exercise-${id}`}>
        <p className="exercise-kind">
          Exercise {number}
          {exercise && ` · ${guides[exercise.guide]}`}
        </p>
        {statementOf(id)({
          components: { ...components, h3, Starter: nothing, Solution: nothing },
        })}
        {exercise && texts && (
          <Typeset value={texts.typeset}>
            {exercise.kind === 'code' && <Starter {...{ exercise, texts }} />}
            <Questions {...{ exercise, forClass }} />
            {forClass && <ExerciseAnswers {...{ exercise, texts }} />}
          </Typeset>
        )}
      </section>
    );
  };
}

/** A longer program repeats blocks of earlier exercises. */
const longestStarter = 60;

function Starter({ exercise, texts }: { exercise: Exercise; texts: ExerciseTexts }) {
  const lines = filesOf(exercise).starter?.trim().split('\n').length ?? 0;
  return lines > longestStarter ? (
    <p className="paper-starter">The editor in the lesson has a program to begin with.</p>
  ) : (
    <div className="paper-starter">
      <p className="paper-label">Where you begin</p>
      <Html html={texts.starter ?? ''} />
    </div>
  );
}

/** What is asked below the statement, where the kind of the exercise asks something there. */
function Questions({ exercise, forClass }: { exercise: Exercise; forClass: boolean }) {
  if (exercise.kind === 'maths' || exercise.kind === 'ordering')
    return (
      <ol className="paper-questions">
        {exercise.questions.map((question) => (
          <li key={question.id}>
            <p className="paper-label">{question.title}</p>
            <p>
              <Words>{question.prompt}</Words>
            </p>
            {'items' in question ? (
              <ul className="paper-boxes">
                {question.items.map(({ id, text }) => (
                  <li key={id}>
                    <Words>{text}</Words>
                  </li>
                ))}
              </ul>
            ) : (
              forClass && <Lines count={2} />
            )}
          </li>
        ))}
      </ol>
    );
  return forClass && <Lines count={linesFor[exercise.kind]} />;
}

const linesFor = { code: 10, experiment: 5, reflection: 7 };
