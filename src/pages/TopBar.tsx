import type { Chapter } from '../../content/chapter.ts';
import { ContentsList } from './ContentsList.tsx';
import { glossaryPath } from './site.ts';

interface Props {
  chapter: Chapter;
  root: string;
  currentId?: string;
}

/** The slim bar over every page: contents, the chapter's name, the theme. Contents open without JavaScript. */
export function TopBar({ chapter, root, currentId }: Props) {
  return (
    <header className="top-bar">
      <a className="skip-link" href="#main">
        Skip to the text
      </a>
      <details className="contents" name="top-bar">
        <summary>Contents</summary>
        <nav aria-label="Contents">
          <ContentsList chapter={chapter} root={root} {...(currentId && { currentId })} />
          <a
            className="glossary-link"
            href={`${root}${glossaryPath}`}
            aria-current={currentId === 'glossary' ? 'page' : undefined}
          >
            Glossary
          </a>
        </nav>
      </details>
      <a className="chapter-name" href={root}>
        {chapter.title}
      </a>
      <button type="button" className="theme-button" data-theme-button="" hidden>
        Dark
      </button>
      <div className="reading-bar" data-reading-bar="" />
    </header>
  );
}
