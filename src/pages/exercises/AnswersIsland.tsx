import type { ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import type { Chapter } from '../../../content/chapter.ts';
import type { AskedLesson } from '../../exercises/handIn/AnswersView.tsx';
import { exercises } from './exerciseContent.tsx';

interface Props {
  chapter: Chapter;
  root: string;
  /** In the list of src/page/exercises/mountAnswers.ts. */
  name: 'answers' | 'marking';
  View: ComponentType<{ lessons: AskedLesson[]; root: string }>;
}

/** A view of all exercises, which comes alive in the browser. */
export function AnswersIsland({ chapter, root, name, View }: Props) {
  const lessons = chapter.lessons
    .map(({ id, title }) => ({
      ...{ id, title },
      exercises: exercises.filter(({ lesson }) => lesson === id),
    }))
    .filter((lesson) => lesson.exercises.length > 0);
  const props = { lessons, root };
  return (
    <>
      <div
        data-answers={name}
        dangerouslySetInnerHTML={{ __html: renderToString(<View {...props} />) }}
      />
      <script
        type="application/json"
        data-answers-props=""
        dangerouslySetInnerHTML={{ __html: JSON.stringify(props).replaceAll('<', '\\u003c') }}
      />
    </>
  );
}
