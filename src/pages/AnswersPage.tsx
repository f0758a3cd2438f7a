import { renderToString } from 'react-dom/server';
import type { Chapter } from '../../content/chapter.ts';
import { AnswersView } from '../exercises/handIn/AnswersView.tsx';
import { exercises } from './exercises/exerciseContent.tsx';
import { TopBar } from './TopBar.tsx';

/** All of a reader's answers on one page; src/page/exercises/mountAnswers.ts fills it in. */
export function AnswersPage({ chapter, root }: { chapter: Chapter; root: string }) {
  const lessons = chapter.lessons
    .map(({ id, title }) => ({
      ...{ id, title },
      exercises: exercises.filter(({ lesson }) => lesson === id),
    }))
    .filter((lesson) => lesson.exercises.length > 0);
  const props = { lessons, root };
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="answers" />
      <main id="main">
        <article className="lesson">
          <h1>Your answers</h1>
          <p>
            What you answered to the exercises, on one page: to read again, to print, or to hand in
            as a file. The answers are on this device only, in this browser. The file takes them to
            another one.
          </p>
          <div
            data-answers=""
            dangerouslySetInnerHTML={{ __html: renderToString(<AnswersView {...props} />) }}
          />
          <script
            type="application/json"
            data-answers-props=""
            dangerouslySetInnerHTML={{ __html: JSON.stringify(props).replaceAll('<', '\\u003c') }}
          />
        </article>
      </main>
    </>
  );
}
