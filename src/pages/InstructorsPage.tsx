import type { Chapter } from '../../content/chapter.ts';
import type { PlacedFigure } from './placedFigures.tsx';
import { figuresPath } from './site.ts';
import { TopBar } from './TopBar.tsx';

interface Props {
  chapter: Chapter;
  root: string;
  figures: PlacedFigure[];
}

/** How to use the chapter in front of a class: what to show, how long it takes, what to prepare. */
export function InstructorsPage({ chapter, root, figures }: Props) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="instructors" />
      <main id="main">
        <article className="lesson index-page">
          <h1>For instructors</h1>
          <p>
            Every figure runs in the browser on your own computer, so you can change it while the
            room watches. Here is what each lesson has to show, how long it takes, and what to
            prepare.
          </p>

          <h2>Before the lecture</h2>
          <ul>
            <li>
              <strong>Try it on the computer that you will use.</strong> A live run is as fast as
              that computer: the times below are those of Chromium on two processor cores without a
              graphics card. The figures say which engine they chose: your graphics card, or
              WebAssembly where there is none.
            </li>
            <li>
              <strong>Full screen.</strong> Below each figure is a button “Full screen”; Escape
              leads back. From 1280&nbsp;×&nbsp;720 pixels up, a figure fits the screen with its
              controls.
            </li>
            <li>
              <strong>Links to states.</strong> “Copy link” below a figure takes its settings along:
              a link on your slides opens the figure as you have set it. A picture or a network of
              your own is never in a link.
            </li>
            <li>
              <strong>The theme.</strong> The button at the top right switches between light and
              dark; in a bright room light is easier to read.
            </li>
          </ul>

          <h2>What each lesson shows</h2>
          {chapter.lessons.map((lesson, index) => (
            <section key={lesson.id}>
              <h3>
                Lesson {index + 1}: <a href={`${root}${lesson.id}/`}>{lesson.title}</a>
              </h3>
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
            <a href={`${root}${figuresPath}`}>All figures</a> lists them with what they show.
          </p>

          <h2>Questions for the room</h2>
          <p>
            Each lesson has quick checks with three choices: read one out, let the room vote, then
            choose. “Try again” takes an answer back, so the next class finds the question open.
            Answers and reading progress are kept in this browser only and sent to nobody.
          </p>

          <h2>On paper</h2>
          <p>
            A lesson prints from the browser: the top bar and the buttons are left out, quick checks
            show every reason, links to other sites show their addresses, and figures print as they
            are on the screen. The hints and solutions of exercises print only where they are open.
            Most figures can also be saved as PNG or SVG, and their numbers as CSV.
          </p>

          <h2>Without a network connection</h2>
          <p>
            There is no server behind the chapter: any static host serves it from any folder, and{' '}
            <code>npm start</code> serves it from your own computer. Once it is built there, it
            needs no network connection. An open page does not go on working by itself when its host
            is out of reach: what it has not loaded yet is missing. Only the large network of
            lesson&nbsp;6 comes from another site, unless you host it yourself.
          </p>
        </article>
      </main>
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
