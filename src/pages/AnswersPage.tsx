import type { Chapter } from '../../content/chapter.ts';
import { AnswersView } from '../exercises/handIn/AnswersView.tsx';
import { AnswersIsland } from './exercises/AnswersIsland.tsx';
import { TopBar } from './TopBar.tsx';

/** All of a reader's answers on one page; src/page/exercises/mountAnswers.ts fills it in. */
export function AnswersPage({ chapter, root }: { chapter: Chapter; root: string }) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="answers" />
      <main id="main">
        <article className="lesson">
          <h1>Your answers</h1>
          <p>
            What you answered to the exercises, on one page: to read again, to print, or to hand in
            as a file. The answers are on this device only, in this browser. The file takes them to
            another one.
          </p>
          <AnswersIsland name="answers" View={AnswersView} {...{ chapter, root }} />
        </article>
      </main>
    </>
  );
}
