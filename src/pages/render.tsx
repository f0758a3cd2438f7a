import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { chapter } from '../../content/chapter.ts';
import { Cover } from './Cover.tsx';
import { FiguresPage } from './FiguresPage.tsx';
import { GlossaryPage } from './GlossaryPage.tsx';
import { Head } from './Head.tsx';
import { InstructorsPage } from './InstructorsPage.tsx';
import { LessonPage } from './LessonPage.tsx';
import { contentOf } from './lessons.ts';
import { NotFound } from './NotFound.tsx';
import { loadMdxComponents } from './mdxComponents.tsx';
import { findPlacedFigures } from './placedFigures.tsx';
import { figuresPath, glossaryPath, instructorsPath, rootOf, type SitePage } from './site.ts';

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

/** Renders one page of the site; runs at build time and in the development server. */
export async function renderPage(page: SitePage): Promise<RenderedPage> {
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
  return { description: chapter.subtitle, body: <Cover chapter={chapter} root={root} /> };
}

/** The whole HTML of the page for an unknown address. */
export function renderNotFound(): string {
  return `<!doctype html>${renderToStaticMarkup(<NotFound chapter={chapter} />)}`;
}

/** What the page for an unknown address looks for, to find the site's root. */
export function chapterIndex(): string {
  return JSON.stringify({ title: chapter.title, lessons: chapter.lessons.map(({ id }) => id) });
}
