import type { Chapter } from '../../content/chapter.ts';
import { MarkingView } from '../exercises/marking/MarkingView.tsx';
import { AnswersIsland } from './exercises/AnswersIsland.tsx';
import { answersPath, gradersPath } from './site.ts';
import { TopBar } from './TopBar.tsx';

/** Where an instructor opens the answers of a class; src/page/exercises/mountAnswers.ts fills it in. */
export function MarkingPage({ chapter, root }: { chapter: Chapter; root: string }) {
  return (
    <>
      <TopBar chapter={chapter} root={root} currentId="marking" />
      <main id="main">
        <article className="lesson">
          <h1>The answers of a class</h1>
          <p>
            Your learners download their answers from{' '}
            <a href={`${root}${answersPath}`}>their page</a> and send you the files. Open them here,
            as many as you like: you see who has solved what, and can read each answer. The files
            stay on your computer, and this page forgets them when you close it.
          </p>
          <p>
            What a file says can be edited. “Run the checks again” judges every answer in code,
            mathematics and order here, and marks what differs from the file. Code runs in a sandbox
            without network or storage, and none runs before you ask.{' '}
            <a href={`${root}${gradersPath}`}>The checks</a> judge what code does; read it as well
            if you suspect that it was written to deceive them.
          </p>
          <p>
            In the table a tick means solved, a dash attempted and a dot not begun. The date is the
            day on which the exercise was solved, or the answer last changed. Press a mark to read
            the answer.
          </p>
          <noscript>
            <p className="notice">
              Opening files needs JavaScript, which is switched off in your browser.
            </p>
          </noscript>
          <AnswersIsland name="marking" View={MarkingView} {...{ chapter, root }} />
        </article>
      </main>
    </>
  );
}
