import type { Chapter } from '../../content/chapter.ts';
import { LessonPicture } from './lessonPictures/LessonPicture.tsx';
import type { PlacedFigure } from './placedFigures.tsx';
import { TopBar } from './TopBar.tsx';

interface Props {
  chapter: Chapter;
  root: string;
  figures: PlacedFigure[];
}

/** Every figure of the chapter under its lesson: its question, what it shows, and a link to it. */
export function FiguresPage({ chapter, root, figures }: Props) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="figures" />
      <main id="main">
        <article className="lesson index-page">
          <h1>All figures</h1>
          <p>
            The {figures.length} figures of the chapter, in the order of the lessons. Each has its
            own address, which you can bookmark or share.
          </p>
          {chapter.lessons.map((lesson, index) => (
            <section key={lesson.id}>
              <div className="index-head">
                <h2>
                  <span className="fine">Lesson {index + 1}</span>{' '}
                  <a href={`${root}${lesson.id}/`}>{lesson.title}</a>
                </h2>
                <LessonPicture id={lesson.id} />
              </div>
              <ul className="index-list">
                {figures
                  .filter((figure) => figure.lesson.id === lesson.id)
                  .map(({ name, title, notes }) => (
                    <li key={name}>
                      <a href={`${root}${lesson.id}/#${name}`}>{title}</a>
                      <p>{notes.shows}</p>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </article>
      </main>
    </>
  );
}
