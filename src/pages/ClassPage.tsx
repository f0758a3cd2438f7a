import type { Chapter } from '../../content/chapter.ts';
import type { PlacedFigure } from './placedFigures.tsx';
import { instructorsPath } from './site.ts';
import { TopBar } from './TopBar.tsx';

interface Props {
  chapter: Chapter;
  root: string;
  figures: PlacedFigure[];
}

/** What a class link can hide: its name in the link, and what it means for a reader. */
const hideable = [
  [
    'solutions',
    'Solutions of exercises',
    'Neither solutions nor model answers can be opened, or printed.',
  ],
  ['hints', 'Hints', 'The buttons for hints are gone.'],
  [
    'answers',
    'Answers to quick checks, until asked for',
    'A choice is only marked; “Show the answer” then says whether it is right.',
  ],
  [
    'controls',
    'Controls of figures',
    'Sliders, menus and presets are gone: a figure stays as your link opens it, others as they begin. It can still be run and replayed.',
  ],
] as const;

/** Where a teacher makes a link for a class; src/page/classroom/form brings it to life. */
export function ClassPage({ chapter, root, figures }: Props) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="class" />
      <main id="main">
        <article className="lesson class-page">
          <h1>A link for your class</h1>
          <p>
            Choose where your class begins and what it shouldn’t see yet. You get an ordinary link
            to send, and its QR code to project. What it hides stays hidden on every page that a
            student goes on to in the same tab.
          </p>
          <noscript>
            <p className="notice">
              Making the link needs JavaScript, which is switched off in your browser.
            </p>
          </noscript>
          <form data-class-form="" hidden autoComplete="off">
            <fieldset>
              <legend>Where it begins</legend>
              <label>
                A lesson or a figure
                <select name="start">
                  {chapter.lessons.map((lesson, index) => (
                    <optgroup key={lesson.id} label={`Lesson ${index + 1}`}>
                      <option value={`${lesson.id}/`}>{lesson.title}</option>
                      {figures
                        .filter((figure) => figure.lesson.id === lesson.id)
                        .map(({ name, title }) => (
                          <option key={name} value={`${lesson.id}/#${name}`}>
                            {title}
                          </option>
                        ))}
                    </optgroup>
                  ))}
                  <optgroup label="Other pages">
                    <option value="">The cover</option>
                  </optgroup>
                </select>
              </label>
              <label>
                Or a link that you copied below a figure, with its settings
                <input name="pasted" type="text" inputMode="url" aria-describedby="paste-problem" />
              </label>
              <p className="class-problem" id="paste-problem" role="alert" data-problem="" />
            </fieldset>
            <fieldset>
              <legend>What it hides</legend>
              {hideable.map(([value, name, means]) => (
                <label key={value} className="class-choice">
                  <input type="checkbox" name="hides" value={value} />
                  <span>
                    {name}
                    <span className="fine">{means}</span>
                  </span>
                </label>
              ))}
            </fieldset>
            <fieldset>
              <legend>What your class reads above it</legend>
              <label>
                Title, such as Week 3
                <input name="title" type="text" maxLength={60} />
              </label>
            </fieldset>
            <section className="class-result" aria-labelledby="class-result">
              <h2 id="class-result">Your link</h2>
              <div className="class-made">
                <label>
                  <span className="visually-hidden">The link</span>
                  <input data-link="" readOnly />
                </label>
                <div className="class-buttons quiet-buttons">
                  <button type="button" className="primary" data-copy="">
                    Copy link
                  </button>
                  <button type="button" data-large="">
                    Show the code large
                  </button>
                </div>
                <p role="status" className="fine" data-status="" />
                <p className="class-problem" data-reach="" />
              </div>
              <div className="class-code" data-code="" />
            </section>
          </form>
          <h2>It hides, it does not protect</h2>
          <p>
            A student can leave the class’s view with a button, or open the chapter without your
            link, and the solutions are in the files of the site. The link keeps them out of sight;
            it is no lock, so it is not for an exam. What is hidden is listed above the lesson, in a
            sentence that you can read before you send the link: open it yourself.
          </p>
          <h2>Ask the room</h2>
          <p>
            Every quick check, and every prediction of a figure, can be put to the class: the
            question on the whole screen, a code for phones, and your counts. The button is there
            when you present a lesson. Switch it on here to have it in the lesson’s text too, on
            this device only.
          </p>
          <label className="class-choice class-asks">
            <input type="checkbox" data-ask-room="" />
            <span>Show “Ask the room” at every question</span>
          </label>
          <p>
            <a href={`${root}${instructorsPath}`}>For instructors</a> has plans for a lecture, and
            what to show with each figure.
          </p>
        </article>
      </main>
    </>
  );
}
