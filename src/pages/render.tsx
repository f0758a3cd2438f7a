import type { MDXContent } from 'mdx/types';
import { renderToStaticMarkup } from 'react-dom/server';
import { chapter } from '../../content/chapter.ts';
import { Cover } from './Cover.tsx';
import { GlossaryPage } from './GlossaryPage.tsx';
import { Head } from './Head.tsx';
import { LessonPage } from './LessonPage.tsx';
import { NotFound } from './NotFound.tsx';
import { loadMdxComponents } from './mdxComponents.tsx';
import { glossaryPath, rootOf, type SitePage } from './site.ts';

export { sitePages } from './site.ts';

const lessons = import.meta.glob<MDXContent>('../../content/lessons/*.mdx', {
  eager: true,
  import: 'default',
});

/** The parts of one page's HTML that the template leaves open. */
export interface RenderedPage {
  head: string;
  body: string;
  /** The way back to the site's root: './' or '../'. */
  root: string;
}

/** Renders one page of the site; runs at build time and in the development server. */
export async function renderPage(page: SitePage): Promise<RenderedPage> {
  const root = rootOf(page);
  const { lesson } = page;
  if (page.path === glossaryPath) {
    return {
      head: renderToStaticMarkup(
        <Head
          title={`Glossary · ${chapter.title}`}
          description="Every term of the chapter in one sentence, and the lesson that explains it."
        />,
      ),
      body: renderToStaticMarkup(<GlossaryPage chapter={chapter} root={root} />),
      root,
    };
  }
  if (!lesson) {
    return {
      head: renderToStaticMarkup(<Head title={chapter.title} description={chapter.subtitle} />),
      body: renderToStaticMarkup(<Cover chapter={chapter} root={root} />),
      root,
    };
  }
  const Content = lessons[`../../content/lessons/${lesson.file}.mdx`];
  if (!Content) throw new Error(`content/lessons/${lesson.file}.mdx is missing.`);
  const components = await loadMdxComponents();
  return {
    head: renderToStaticMarkup(
      <Head title={`${lesson.title} · ${chapter.title}`} description={lesson.summary} />,
    ),
    body: renderToStaticMarkup(
      <LessonPage chapter={chapter} lesson={lesson} root={root}>
        <Content components={components} />
      </LessonPage>,
    ),
    root,
  };
}

/** The whole HTML of the page for an unknown address. */
export function renderNotFound(): string {
  return `<!doctype html>${renderToStaticMarkup(<NotFound chapter={chapter} />)}`;
}

/** What the page for an unknown address looks for, to find the site's root. */
export function chapterIndex(): string {
  return JSON.stringify({ title: chapter.title, lessons: chapter.lessons.map(({ id }) => id) });
}
