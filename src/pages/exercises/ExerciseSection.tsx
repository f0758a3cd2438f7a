import type { MDXComponents } from 'mdx/types';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Exercise } from '../../contract/exercises.ts';
import { ExerciseFrame } from '../../exercises/frame/ExerciseFrame.tsx';
import type { Kind } from '../../exercises/kind.ts';
import { kinds } from '../../exercises/kinds.ts';
import type { ExerciseTexts } from '../../exercises/texts.ts';
import { HeadingLink } from '../HeadingLink.tsx';
import { exerciseOf, exercises, filesOf, statementOf, textsOf } from './exerciseContent.tsx';

const nothing = () => null;

/** Whose question it is, as in the outline of the chapter. */
export const guides: Record<Exercise['guide'], string> = {
  why: 'Tyla’s exercise',
  code: 'Aaliyah’s exercise',
  reflection: 'Maneesha’s reflection',
};

/**
 * What stands for `<Exercise id="…" />` in a lesson: the statement of content/exercises/<id>, and below it an
 * island that comes alive in the browser, where the exercise can be answered there.
 * @param components what an exercise's text itself is made of
 */
export async function exerciseComponent(components: MDXComponents) {
  const asked = [...new Set(exercises.map(({ kind }) => kind))];
  const known = new Map<string, Kind>();
  for (const kind of asked) {
    const loaded = await kinds[kind]?.();
    if (loaded) known.set(kind, loaded.default);
  }

  return function ExerciseSection({ id, number }: { id: string; number: string }) {
    const exercise = exerciseOf(id);
    const kind = exercise && known.get(exercise.kind);
    const statement = statementOf(id)({
      components: { ...components, h3: titleOf(id), Starter: nothing, Solution: nothing },
    });
    if (!exercise || !kind) {
      return (
        <section className="exercise" id={`exercise-${id}`}>
          <p className="exercise-kind">
            <ExerciseNumber>{number}</ExerciseNumber>
          </p>
          {statement}
        </section>
      );
    }
    const [files, texts] = [filesOf(exercise), textsOf(exercise, components)];
    const html = renderToString(<ExerciseFrame {...{ exercise, kind, files, texts }} />, {
      identifierPrefix: id,
    });
    return (
      <section className="exercise" id={`exercise-${id}`} data-exercise={id}>
        <p className="exercise-kind">
          <ExerciseNumber>{number}</ExerciseNumber> · {guides[exercise.guide]}{' '}
          <span className="exercise-state" data-state-of={id} />
        </p>
        {statement}
        <div className="exercise-body" data-island="" dangerouslySetInnerHTML={{ __html: html }} />
        <Texts texts={texts} />
        <script
          type="application/json"
          data-props=""
          dangerouslySetInnerHTML={{
            __html: JSON.stringify({ exercise, files }).replaceAll('<', '\\u003c'),
          }}
        />
      </section>
    );
  };
}

/** Hints and solution, folded, for readers without JavaScript and for paper; the rest waits to be asked for. */
function Texts({ texts }: { texts: ExerciseTexts }) {
  const inner = (html: string) => ({ dangerouslySetInnerHTML: { __html: html } });
  return (
    <div className="exercise-texts" data-texts="">
      {texts.hints.map((hint, index) => (
        <details key={index} className="hint">
          <summary>Hint {index + 1}</summary>
          <div data-hint="" {...inner(hint)} />
        </details>
      ))}
      {texts.solution && (
        <details className="solution">
          <summary>Solution</summary>
          <div data-solution="" {...inner(texts.solution)} />
        </details>
      )}
      {Object.entries(texts.mistakes).map(([id, { title, html }]) => (
        <template key={id} data-mistake={id} data-title={title} {...inner(html)} />
      ))}
      {Object.entries(texts.typeset).map(([text, html]) => (
        <template key={text} data-typeset={text} {...inner(html)} />
      ))}
    </div>
  );
}

function ExerciseNumber({ children }: { children: string }) {
  return <span className="exercise-number">Exercise {children}</span>;
}

/**
 * The title of an exercise, with a link to it. Without the id that headings get: the section has one, and the lesson
 * may have a heading of that name.
 */
function titleOf(id: string) {
  return function ExerciseTitle({ children }: { children?: ReactNode }) {
    const section = `exercise-${id}`;
    return (
      <h3 aria-labelledby={`${section}-words`}>
        <span id={`${section}-words`}>{children}</span>
        <HeadingLink to={section} what="exercise" />
      </h3>
    );
  };
}
