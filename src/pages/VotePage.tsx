import type { Chapter } from '../../content/chapter.ts';
import { TopBar } from './TopBar.tsx';

/** What a phone shows that has scanned the code of “Ask the room”; src/page/classroom/vote fills it in. */
export function VotePage({ chapter, root }: { chapter: Chapter; root: string }) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="vote" />
      <main id="main">
        <article className="lesson vote-page">
          <div data-vote="">
            <h1>A question for the room</h1>
            <noscript>
              <p className="notice">
                Voting with this phone needs JavaScript, which is switched off in your browser.
                Raise your hand instead: the choices have the letters A, B, C and so on, in the
                order they appear on the screen.
              </p>
            </noscript>
          </div>
          <h2>How this works</h2>
          <p>
            Your teacher’s screen shows a question with a code. Your phone opened it here. Choose an
            answer: it fills your screen with a colour, a shape and a letter. Hold the phone up, its
            screen towards your teacher, who counts what is held up. You may change your answer as
            often as you like, until the answer is shown.
          </p>
          <p>
            Turn the brightness of the screen up, so that the back row is seen from the front. While
            your answer is shown, the screen stays on, in the browsers that allow that. Each choice
            can be told by its colour, by its shape or by its letter, so one of them is enough.
          </p>
          <p>
            Nobody is asked for a name, and your choice never leaves your phone: it is not sent
            anywhere, and it is forgotten when you close this page. There is no server that could
            count it. If your phone is not at hand, raise your hand, or hold up a sheet of paper
            with the letter.
          </p>
        </article>
      </main>
    </>
  );
}
