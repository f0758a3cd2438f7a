import type { Chapter } from '../../content/chapter.ts';
import Guide from '../../content/instructors.mdx';
import { LessonPicture } from './lessonPictures/LessonPicture.tsx';
import { prose } from './mdxComponents.tsx';
import type { PlacedFigure } from './placedFigures.tsx';
import { figuresPath, presentPath } from './site.ts';
import { TopBar } from './TopBar.tsx';

interface Props {
  chapter: Chapter;
  root: string;
  figures: PlacedFigure[];
}

/** How to teach with the chapter: plans, questions, what to show, how long it takes, what to prepare. */
export function InstructorsPage(props: Props) {
  const { chapter, root } = props;
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="instructors" />
      <main id="main">
        <article className="lesson index-page instructors-page">
          <h1>For instructors</h1>
          <Guide components={{ ...prose, EachLesson: () => <EachLesson {...props} /> }} />
        </article>
      </main>
    </>
  );
}

/** Every figure under its lesson: what to show with it, and how long that takes. */
function EachLesson({ chapter, root, figures }: Props) {
  return (
    <>
      {chapter.lessons.map((lesson, index) => (
        <section key={lesson.id}>
          <div className="index-head">
            <h3>
              Lesson {index + 1}: <a href={`${root}${lesson.id}/`}>{lesson.title}</a>
            </h3>
            <LessonPicture id={lesson.id} />
          </div>
          <p className="present-link">
            <a href={`${root}${lesson.id}/?present#start`}>Present this lesson</a>{' '}
            <a href={`${root}${presentPath}?rehearse=${lesson.id}`}>Rehearse it</a>
          </p>
          <p>{lesson.summary}</p>
          <ul className="index-list">
            {figures
              .filter((figure) => figure.lesson.id === lesson.id)
              .map((figure) => (
                <DemonstrationItem key={figure.name} {...{ figure, root }} />
              ))}
          </ul>
        </section>
      ))}
      <p>
        <a href={`${root}${figuresPath}`}>All figures</a> lists them all, with what each one shows.
      </p>
    </>
  );
}

function DemonstrationItem({ figure, root }: { figure: PlacedFigure; root: string }) {
  const { name, title, lesson, notes } = figure;
  const { demonstrate, takes, state } = notes;
  return (
    <li>
      <a href={`${root}${lesson.id}/#${name}`}>{title}</a>
      <p>{demonstrate}</p>
      <p className="fine">
        {takes}
        {state && (
          <>
            {' '}
            Open it with <a href={`${root}${lesson.id}/?${state.query}#${name}`}>{state.says}</a>.
          </>
        )}
      </p>
    </li>
  );
}
