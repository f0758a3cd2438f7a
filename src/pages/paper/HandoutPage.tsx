import type { Chapter } from '../../../content/chapter.ts';
import { instructorsPath } from '../site.ts';
import { TopBar } from '../TopBar.tsx';

interface Props {
  chapter: Chapter;
  root: string;
  /** Each lesson's questions as HTML, by its id. */
  questions: Map<string, string[]>;
}

/** The questions of every lesson for paper; src/page/paper/offerHandouts.ts chooses a lesson, and shows answers. */
export function HandoutPage({ chapter, root, questions }: Props) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="handout" />
      <main id="main" className="handout">
        <article className="lesson paper-front">
          <h1>
            <span className="handout-title">Handouts</span>
            <span className="handout-print-title">Questions and exercises</span>
          </h1>
          <p>
            The quick checks, predictions and exercises of each lesson on paper, with room to write.
            Choose a lesson, choose whether the answers are printed too, and print.
          </p>
          <noscript>
            <p className="notice">
              Choosing a lesson and showing the answers need JavaScript, which is switched off in
              your browser.
            </p>
          </noscript>
          <form className="handout-form" data-handout-form="" autoComplete="off">
            <label>
              Lesson
              <select name="lesson">
                {chapter.lessons.map(({ id, title }, index) => (
                  <option key={id} value={id}>
                    {index + 1}. {title}
                  </option>
                ))}
                <option value="">All lessons</option>
              </select>
            </label>
            <fieldset>
              <legend>What is printed</legend>
              <label>
                <input type="radio" name="prints" value="questions" defaultChecked /> Questions
              </label>
              <label>
                <input type="radio" name="prints" value="answers" /> Questions and answers
              </label>
            </fieldset>
            <button type="button" className="primary" data-print="">
              Print or save as PDF
            </button>
          </form>
          <p className="notice" data-kept-back="" hidden>
            Your class’s link hides what is not shown here. It hides, it does not protect: whoever
            opens the chapter without the link can read all of it.
          </p>
          <p>
            <a href={`${root}${instructorsPath}`}>The page for instructors</a> has plans for a
            lecture.
          </p>
        </article>
        {chapter.lessons.map(({ id, title }, index) => (
          <article key={id} className="lesson handout-of" data-handout={id}>
            <header className="handout-head">
              <p className="fine">
                {chapter.title} · Lesson {index + 1}
              </p>
              <h2>{title}</h2>
              <p className="handout-name">Name</p>
            </header>
            {questions.get(id)?.map((html, at) => (
              <div key={at} dangerouslySetInnerHTML={{ __html: html }} />
            ))}
          </article>
        ))}
      </main>
    </>
  );
}
