import type { Chapter } from '../../content/chapter.ts';
import { CopyingHero } from './CopyingHero.tsx';
import { SolvedMark } from './exercises/SolvedMark.tsx';
import { LessonPicture } from './lessonPictures/LessonPicture.tsx';
import { instructorsPath } from './site.ts';
import { TopBar } from './TopBar.tsx';

/** The chapter's first page: what it is about, and its lessons. */
export function Cover({ chapter, root }: { chapter: Chapter; root: string }) {
  const [first] = chapter.lessons;
  return (
    <>
      <TopBar chapter={chapter} root={root} />
      <main id="main" className="cover">
        <h1>{chapter.title}</h1>
        <p className="lede">{chapter.subtitle}</p>
        <p className="copying-question">
          Two stacks of layers get one picture and one task: output it unchanged. Watch them learn.
        </p>
        <CopyingHero root={root} />
        {first && (
          <p>
            <a className="start-link" href={`${root}${first.id}/`}>
              Start reading: {first.title}
            </a>
          </p>
        )}
        <p className="fine">
          You should know what a layer, a weight and a derivative are. The code is Python and
          TypeScript, and there is nothing to install.
        </p>
        <h2>
          {chapter.lessons.length} lessons, about {minutesOf(chapter)} minutes in all
        </h2>
        <ol className="lesson-cards">
          {chapter.lessons.map(({ id, title, summary, minutes, status }) => (
            <li key={id} data-progress-of={id}>
              <LessonPicture id={id} />
              <div>
                <a href={`${root}${id}/`}>{title}</a>
                <p>{summary}</p>
                <p className="fine">
                  {minutes} minutes{status === 'draft' && ' · first draft'}
                  <span className="read-mark" />
                  <SolvedMark lesson={id} />
                </p>
              </div>
            </li>
          ))}
        </ol>
        <h2>In front of a class</h2>
        <p>
          The key P presents a lesson, one screen at a time, with notes in a window of your own.
          Every figure fills the screen at the press of a button, can be opened in a state you have
          prepared, and needs no network connection once the chapter is on your computer.{' '}
          <a href={`${root}${instructorsPath}`}>For instructors</a> says what to show in each lesson
          and how long it takes.
        </p>
        <p className="fine">
          The networks you train here are built and trained in your browser. Only the classifier of
          lesson 6 was trained beforehand. Nothing you do here leaves your device.
        </p>
      </main>
    </>
  );
}

/** To the nearest ten. */
function minutesOf({ lessons }: Chapter): number {
  return Math.round(lessons.reduce((sum, { minutes }) => sum + minutes, 0) / 10) * 10;
}
