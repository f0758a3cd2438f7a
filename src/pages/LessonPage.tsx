import type { ReactNode } from 'react';
import type { Chapter, Lesson } from '../../content/chapter.ts';
import { LessonPicture } from './lessonPictures/LessonPicture.tsx';
import { PaperLinks } from './paper/PaperLinks.tsx';
import { TopBar } from './TopBar.tsx';

interface Props {
  chapter: Chapter;
  lesson: Lesson;
  root: string;
  /** The lesson's prose. */
  children: ReactNode;
}

/** The frame around one lesson: bar, title, prose, references, the way on. */
export function LessonPage({ chapter, lesson, root, children }: Props) {
  const index = chapter.lessons.indexOf(lesson);
  const previous = chapter.lessons[index - 1];
  const next = chapter.lessons[index + 1];
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId={lesson.id} />
      <main id="main" data-lesson={lesson.id}>
        <article className="lesson">
          <header className="lesson-head" id="start">
            <div>
              <p className="fine">
                Lesson {index + 1} of {chapter.lessons.length} · {lesson.minutes} minutes
                {lesson.status === 'draft' && ' · first draft'}
                <a className="present-link" href="?present#start" title="Present this lesson (P)">
                  Present
                </a>
              </p>
              <h1>{lesson.title}</h1>
            </div>
            {/* Lesson 6 opens with the same drawing, large. */}
            {lesson.id !== 'resnet34' && <LessonPicture id={lesson.id} />}
          </header>
          {children}
          {/* Classic, not a module: it runs before the page is drawn. */}
          <script src={`${root}scripts/open-answered.js`} />
        </article>
        <nav className="way-on" aria-label="Previous and next lesson">
          {previous ? (
            <a rel="prev" href={`${root}${previous.id}/`}>
              <span className="fine">Previous</span>
              {previous.title}
            </a>
          ) : (
            <a href={root}>
              <span className="fine">Back to</span>
              The cover
            </a>
          )}
          {next && (
            <a rel="next" href={`${root}${next.id}/`}>
              <span className="fine">Next</span>
              {next.title}
            </a>
          )}
        </nav>
        <PaperLinks lesson={lesson.id} root={root} />
      </main>
    </>
  );
}
