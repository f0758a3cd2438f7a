import { handoutPath, printPath } from '../site.ts';

/** What can be had on paper, at the foot of a lesson; src/page/paper/offerPrinting.ts shows the button. */
export function PaperLinks({ lesson, root }: { lesson: string; root: string }) {
  return (
    <p className="paper-links">
      <button type="button" data-print="" hidden>
        Print this lesson
      </button>
      <a href={`${root}${printPath}`}>Print the whole chapter</a>
      <a href={`${root}${handoutPath}?lesson=${lesson}`}>Its questions as a handout</a>
    </p>
  );
}
