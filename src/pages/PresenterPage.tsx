import type { Chapter } from '../../content/chapter.ts';
import { instructorsPath } from './site.ts';

/** The presenter's window: src/page/presenter/console brings it to life. Without JavaScript there is nothing to present. */
export function PresenterPage({ chapter, root }: { chapter: Chapter; root: string }) {
  return (
    <main id="main" className="presenter" data-console="">
      <header className="presenter-head">
        <h1>
          Presenter’s window <span data-lesson-title="" />
        </h1>
        <p className="presenter-times">
          <button type="button" data-do="rehearse">
            Rehearse
          </button>
          <span>
            Elapsed <time data-elapsed="">0:00</time>
          </span>
          <button type="button" data-do="pause">
            Pause
          </button>
          <button type="button" data-do="reset">
            Reset
          </button>
          <time data-clock="" />
        </p>
      </header>
      <p className="notice" role="status" data-state="" hidden />
      <section className="presenter-now" aria-label="On the screen">
        <div className="presenter-preview" data-preview="" />
        <div className="presenter-controls">
          <button type="button" data-do="previous">
            Previous
          </button>
          <button type="button" className="primary" data-do="next">
            Next
          </button>
          <button type="button" data-do="black" aria-pressed="false">
            Black
          </button>
          <button type="button" data-do="laser" aria-pressed="false">
            Pointer
          </button>
          <button type="button" data-do="replay" title="Play the figure’s recorded run (R)">
            Replay
          </button>
          <button type="button" data-do="keys" title="List of the keys (?)">
            Keys
          </button>
          <button type="button" data-do="audience">
            Open the audience’s window
          </button>
        </div>
      </section>
      <section className="presenter-next">
        <h2>Next</h2>
        <p className="presenter-next-title" data-next-title="" />
        <p className="fine" data-next-excerpt="" />
      </section>
      <section className="presenter-notes">
        <h2>
          Notes <span className="fine" data-number="" />
        </h2>
        <div data-notes="" tabIndex={0} role="region" aria-label="Notes for this screen" />
      </section>
      <nav className="presenter-list" aria-label="Screens">
        <ol data-list="" />
      </nav>
      <nav className="presenter-lessons" aria-label="Lessons to present">
        <h2>Which lesson?</h2>
        <p>
          This window is for you alone. It has the notes to each screen of a lesson, what comes
          next, a clock, and a copy of what your audience sees, with figures that you can use there.
          Choose a lesson and open the audience’s window, or present the lesson first and press N.
          Each window follows the other; should you lose one, open it again, and it finds its place.
        </p>
        <p>
          Before class, “Rehearse” loads what the lesson’s demonstrations need and times them on
          this computer. In class, the arrow keys and the space bar turn the screens, a number and
          Enter jump to one, B makes the screen black, L shows a pointer, and R plays the recorded
          run of the figure on the screen, in case it fails.{' '}
          <a href={`${root}${instructorsPath}`}>For instructors</a> has plans for lessons of several
          lengths.
        </p>
        <ol>
          {chapter.lessons.map(({ id, title }) => (
            <li key={id}>
              <a href={`${root}${id}/?present#start`} data-present-lesson={id}>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <noscript>
        <p className="notice">
          Presenting needs JavaScript, which is switched off in your browser.
        </p>
      </noscript>
    </main>
  );
}
