import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { chapter } from '../../content/chapter.ts';
import { AnswersPage } from './AnswersPage.tsx';
import { ClaimsPage } from './ClaimsPage.tsx';
import { Cover } from './Cover.tsx';
import { FiguresPage } from './FiguresPage.tsx';
import { GradersPage } from './GradersPage.tsx';
import { GlossaryPage } from './GlossaryPage.tsx';
import { Head } from './Head.tsx';
import { InstructorsPage } from './InstructorsPage.tsx';
import { LessonPage } from './LessonPage.tsx';
import { MarkingPage } from './MarkingPage.tsx';
import { contentOf } from './lessons.ts';
import { NotFound } from './NotFound.tsx';
import { loadMdxComponents } from './mdxComponents.tsx';
import { claimsByPage, sharedClaims } from './ledger/claims.ts';
import { matchClaims } from './ledger/matchClaims.ts';
import { readBlocks } from './ledger/readBlocks.ts';
import { findPlacedFigures } from './placedFigures.tsx';
import { findSearchEntries } from './searchEntries.ts';
import {
  answersPath,
  claimsPath,
  figuresPath,
  glossaryPath,
  gradersPath,
  instructorsPath,
  markingPath,
  rootOf,
  sitePages,
  type SitePage,
} from './site.ts';

export { sitePages } from './site.ts';

/** The parts of one page's HTML that the template leaves open. */
export interface RenderedPage {
  head: string;
  body: string;
  /** The way back to the site's root: './' or '../'. */
  root: string;
}

/** What makes a page: what its head says, and its body. */
interface PageParts {
  title?: string;
  description: string;
  body: ReactNode;
}

/** Renders one page of the site, once; runs at build time and in the development server. */
export function renderPage(page: SitePage): Promise<RenderedPage> {
  const known = rendered.get(page.path) ?? render(page);
  rendered.set(page.path, known);
  return known;
}

/** The ledger reads all other pages, which take seconds to render. */
const rendered = new Map<string, Promise<RenderedPage>>();

async function render(page: SitePage): Promise<RenderedPage> {
  const root = rootOf(page);
  const { title, description, body } = await partsOf(page, root);
  const fullTitle = title ? `${title} · ${chapter.title}` : chapter.title;
  return {
    head: renderToStaticMarkup(<Head title={fullTitle} description={description} />),
    body: renderToStaticMarkup(body),
    root,
  };
}

async function partsOf({ path, lesson }: SitePage, root: string): Promise<PageParts> {
  if (lesson) {
    const Content = contentOf(lesson);
    return {
      title: lesson.title,
      description: lesson.summary,
      body: (
        <LessonPage chapter={chapter} lesson={lesson} root={root}>
          <Content components={await loadMdxComponents()} />
        </LessonPage>
      ),
    };
  }
  if (path === figuresPath) {
    return {
      title: 'All figures',
      description: 'Every figure in the chapter, the question it answers, and where to find it.',
      body: <FiguresPage {...{ chapter, root, figures: await findPlacedFigures() }} />,
    };
  }
  if (path === glossaryPath) {
    return {
      title: 'Glossary',
      description:
        'Every term in the chapter, defined in one sentence, and the lesson that explains it.',
      body: <GlossaryPage chapter={chapter} root={root} />,
    };
  }
  if (path === instructorsPath) {
    return {
      title: 'For instructors',
      description: 'What to show in a lecture, how long it takes, and what to prepare.',
      body: <InstructorsPage {...{ chapter, root, figures: await findPlacedFigures() }} />,
    };
  }
  if (path === claimsPath) {
    return {
      title: 'Every number and where it comes from',
      description:
        'Each number that the chapter prints, with its source, recording or computation.',
      body: (
        <ClaimsPage
          {...{ chapter, root, pages: await readLedger(), figures: await findPlacedFigures() }}
        />
      ),
    };
  }
  if (path === answersPath) {
    return {
      title: 'Your answers',
      description:
        'Your answers to the exercises on one page: to read, print, download or hand in.',
      body: <AnswersPage chapter={chapter} root={root} />,
    };
  }
  if (path === gradersPath) {
    return {
      title: 'How the graders were graded',
      description: 'How often the checks of the exercises are right, and on how many answers.',
      body: <GradersPage chapter={chapter} root={root} />,
    };
  }
  if (path === markingPath) {
    return {
      title: 'The answers of a class',
      description: 'Opens the files of a whole class: who has solved what, and each answer.',
      body: <MarkingPage chapter={chapter} root={root} />,
    };
  }
  return { description: chapter.subtitle, body: <Cover chapter={chapter} root={root} /> };
}

/** What accounts for the numbers of each page that has claims, read from the pages as they are rendered. */
async function readLedger() {
  const ledgers = await Promise.all(
    sitePages.map(async (page) => {
      const claims = claimsByPage[page.path];
      if (!claims) return [];
      const blocks = readBlocks((await renderPage(page)).body);
      return { page, entries: matchClaims(blocks, [...claims, ...sharedClaims]).entries };
    }),
  );
  return ledgers.flat();
}

/** The whole HTML of the page for an unknown address. */
export function renderNotFound(): string {
  return `<!doctype html>${renderToStaticMarkup(<NotFound chapter={chapter} />)}`;
}

/** What the page for an unknown address looks for, to find the site's root. */
export function chapterIndex(): string {
  return JSON.stringify({ title: chapter.title, lessons: chapter.lessons.map(({ id }) => id) });
}

/** What the site's search looks through. */
export async function searchIndex(): Promise<string> {
  const titleOf = async (page: SitePage) => (await partsOf(page, rootOf(page))).title ?? 'Cover';
  return JSON.stringify(await findSearchEntries(renderPage, titleOf));
}
