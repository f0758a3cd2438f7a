import type { Chapter } from '../../../content/chapter.ts';
import glossary from '../../../content/glossary.json';
import { LessonPicture } from '../lessonPictures/LessonPicture.tsx';
import { termId } from '../termId.ts';
import { TopBar } from '../TopBar.tsx';
import type { JoinedChapter } from './joinChapter.tsx';

interface Props {
  chapter: Chapter;
  root: string;
  joined: JoinedChapter;
}

/** The whole chapter as one document to print; src/page/paper/offerPrinting.ts draws its figures first. */
export function ChapterPage({ chapter, root, joined }: Props) {
  const terms = glossary.toSorted((a, b) => a.term.localeCompare(b.term, 'en-GB'));
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="print" />
      <main id="main" className="whole-chapter">
        <article className="lesson chapter-front">
          <h1>{chapter.title}</h1>
          <p className="chapter-subtitle">{chapter.subtitle}</p>
          <div className="paper-offer">
            <p>
              This page holds the whole chapter in one document. The button draws every figure, then
              opens your browser’s print window: choose a printer there, or “Save as PDF”. For one
              lesson with its figures as you have set them, use the button at the lesson’s foot.
            </p>
            <p>
              <button type="button" className="primary" data-print="">
                Print or save as PDF
              </button>{' '}
              <span role="status" className="fine" data-print-state="" />
            </p>
            <noscript>
              <p className="notice">
                Without JavaScript, print this page from your browser’s menu. Pictures that a script
                paints are missing then.
              </p>
            </noscript>
          </div>
          <h2>Contents</h2>
          <ol className="chapter-contents">
            {chapter.lessons.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
          <ul className="chapter-contents">
            <li>
              <a href="#glossary">Glossary</a>
            </li>
            <li>
              <a href="#references">References</a>
            </li>
          </ul>
        </article>
        {chapter.lessons.map((lesson, index) => (
          <article key={lesson.id} id={lesson.id}>
            <header className="lesson lesson-head">
              <div>
                <p className="fine">Lesson {index + 1}</p>
                <h2 className="lesson-title">{lesson.title}</h2>
              </div>
              {lesson.id !== 'resnet34' && <LessonPicture id={lesson.id} />}
            </header>
            <div
              className="lesson"
              dangerouslySetInnerHTML={{ __html: joined.lessons.get(lesson.id) ?? '' }}
            />
          </article>
        ))}
        <article className="lesson" id="glossary">
          <h2 className="lesson-title">Glossary</h2>
          <dl className="glossary">
            {terms.map(({ term, definition, lesson }) => (
              <div key={term} id={termId(term)}>
                <dt>{term}</dt>
                <dd>
                  {definition}{' '}
                  <a href={`#${lesson}`} className="fine">
                    Lesson&nbsp;{chapter.lessons.findIndex(({ id }) => id === lesson) + 1}
                  </a>
                </dd>
              </div>
            ))}
          </dl>
        </article>
        <article className="lesson" id="references">
          <h2 className="lesson-title">References</h2>
          <div id="refs" dangerouslySetInnerHTML={{ __html: joined.references }} />
        </article>
      </main>
    </>
  );
}
