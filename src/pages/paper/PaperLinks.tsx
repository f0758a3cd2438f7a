import { handoutPath, printPath } from '../site.ts';

/** What can be had on paper, at the foot of a lesson; src/page/paper/offerPrinting.ts brings the button to life. */
export function PaperLinks({ lesson, root }: { lesson: string; root: string }) {
  return (
    <p className="paper-links">
      <button type="button" data-print="">
        Print this lesson
      </button>
      <a href={`${root}${printPath}`}>Print the whole chapter</a>
      <a href={`${root}${handoutPath}?lesson=${lesson}`}>A handout of this lesson’s questions</a>
    </p>
  );
}
