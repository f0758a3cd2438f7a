import type { Chapter } from '../../content/chapter.ts';
import { LessonPicture } from './lessonPictures/LessonPicture.tsx';
import type { PlacedFigure } from './placedFigures.tsx';
import { figuresPath } from './site.ts';
import { TopBar } from './TopBar.tsx';

interface Props {
  chapter: Chapter;
  root: string;
  figures: PlacedFigure[];
}

/** How to teach with the chapter: what to show, how long it takes, what to prepare. */
export function InstructorsPage({ chapter, root, figures }: Props) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="instructors" />
      <main id="main">
        <article className="lesson index-page">
          <h1>For instructors</h1>
          <p>
            Every figure runs in the browser on your own computer, so you can change it while the
            class watches. Here is what each lesson has to show, how long it takes, and what to
            prepare.
          </p>

          <h2>Before the lecture</h2>
          <ul>
            <li>
              <strong>Try it on the computer you will use.</strong> How fast a live run is depends
              on that computer: the times below were measured in Chromium on two CPU cores without a
              GPU. Each figure says which engine it uses: your GPU, or WebAssembly on the CPU.
            </li>
            <li>
              <strong>Full screen.</strong> Each figure has a “Full screen” button beside its title;
              Escape takes you back. On a screen of 1280&nbsp;×&nbsp;720 pixels or more, a figure
              fits together with its controls.
            </li>
            <li>
              <strong>Links to states.</strong> “Copy link” below a figure includes its settings: a
              link on your slides opens the figure exactly as you set it. A link never includes a
              picture or a network of your own.
            </li>
            <li>
              <strong>If the computer is slow.</strong> Show what is recorded: the cover’s run, the
              curves of lesson&nbsp;1 and the study of lesson&nbsp;6 need no training. For a live
              run, choose fewer blocks, fewer layers or the preset “Tiny”, start it before you
              explain it, and close other tabs.
            </li>
            <li>
              <strong>The theme.</strong> The button at the top right switches between light and
              dark; in a bright room, light is easier to read.
            </li>
          </ul>

          <h2>What each lesson shows</h2>
          {chapter.lessons.map((lesson, index) => (
            <section key={lesson.id}>
              <div className="index-head">
                <h3>
                  Lesson {index + 1}: <a href={`${root}${lesson.id}/`}>{lesson.title}</a>
                </h3>
                <LessonPicture id={lesson.id} />
              </div>
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
            <a href={`${root}${figuresPath}`}>All figures</a> lists them all, with what each one
            shows.
          </p>

          <h2>Questions for the class</h2>
          <p>
            Each lesson has quick checks with three choices: read one out, let the class vote, then
            choose. “Try again” clears the answer for your next class. Answers and reading progress
            are kept only in this browser and never sent anywhere.
          </p>

          <h2>On paper</h2>
          <p>
            Print a lesson from the browser: the top bar and the buttons are left out, quick checks
            show every reason, links to other sites show their addresses, and figures print as they
            look on the screen. Hints and solutions of exercises print only if they are open. Most
            figures can also be saved as PNG or SVG, and their numbers as CSV.
          </p>

          <h2>Without a network connection</h2>
          <p>
            There is no server behind the chapter: any static host serves it from any folder, and{' '}
            <code translate="no">npm start</code> serves it from your own computer. Once built, it
            needs no network connection. A page opened from another host may stop working when you
            go offline, because parts of it load only when you reach them. Only the large network of
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
