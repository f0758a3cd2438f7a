import type { Chapter } from '../../content/chapter.ts';
import { SolvedMark } from './exercises/SolvedMark.tsx';

interface Props {
  chapter: Chapter;
  root: string;
  currentId?: string;
}

/** The chapter's lessons in order; readingProgress.ts fills in how far each was read. */
export function ContentsList({ chapter, root, currentId }: Props) {
  return (
    <ol className="contents-list">
      {chapter.lessons.map(({ id, title }) => (
        <li key={id} data-progress-of={id}>
          <a href={`${root}${id}/`} aria-current={id === currentId ? 'page' : undefined}>
            {title}
          </a>
          <span className="read-mark" aria-hidden="true" />
          <SolvedMark lesson={id} />
        </li>
      ))}
    </ol>
  );
}
