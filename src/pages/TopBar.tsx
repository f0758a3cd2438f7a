import type { Chapter } from '../../content/chapter.ts';
import { ContentsList } from './ContentsList.tsx';
import {
  answersPath,
  claimsPath,
  figuresPath,
  glossaryPath,
  instructorsPath,
  offlinePath,
  printPath,
  settingsPath,
} from './site.ts';

const otherPages = [
  { path: '', name: 'Cover' },
  { path: answersPath, name: 'Your answers' },
  { path: figuresPath, name: 'All figures' },
  { path: glossaryPath, name: 'Glossary' },
  { path: offlinePath, name: 'Read it offline' },
  { path: printPath, name: 'Print the chapter' },
  { path: instructorsPath, name: 'For instructors' },
  { path: claimsPath, name: 'Every number' },
  { path: settingsPath, name: 'Settings' },
];

interface Props {
  chapter: Chapter;
  root: string;
  /** The open lesson, or the folder of another page; none on the cover. */
  currentId?: string;
}

/** The slim bar over every page: contents, the chapter's name, search, the theme. Contents open without JavaScript. */
export function TopBar({ chapter, root, currentId }: Props) {
  return (
    <header className="top-bar">
      <a className="skip-link" href="#main">
        Skip to main content
      </a>
      <details className="contents" name="top-bar">
        <summary>Contents</summary>
        <nav aria-label="Contents">
          <ContentsList chapter={chapter} root={root} {...(currentId && { currentId })} />
          <ul className="other-pages">
            {otherPages.map(({ path, name }) => (
              <li key={path}>
                <a
                  href={`${root}${path}`}
                  aria-current={path === (currentId ? `${currentId}/` : '') ? 'page' : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
      <a className="chapter-name" href={root}>
        {chapter.title}
      </a>
      <button type="button" className="search-button" data-search-button="" hidden>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="m12.7 12.7 4.8 4.8" />
        </svg>
        <span>Search</span>
      </button>
      <button type="button" className="theme-button" data-theme-button="" hidden>
        Dark
      </button>
      <div className="reading-bar" data-reading-bar="" />
    </header>
  );
}
