import { renderToStaticMarkup } from 'react-dom/server';
import { chapter } from '../../content/chapter.ts';
import { Cover } from './Cover.tsx';
import { Head } from './Head.tsx';
import { LessonPage } from './LessonPage.tsx';
import { contentOf } from './lessons.ts';
import { NotFound } from './NotFound.tsx';
import { loadMdxComponents } from './mdxComponents.tsx';
import { describeOtherPages, type PageParts } from './otherPages.tsx';
import { findSearchEntries } from './searchEntries.ts';
import { rootOf, type SitePage } from './site.ts';
import { findVoteQuestions } from './voteQuestions.tsx';

export { sitePages } from './site.ts';

/** The parts of one page's HTML that the template leaves open. */
export interface RenderedPage {
  head: string;
  body: string;
  /** The way back to the site's root: './' or '../'. */
  root: string;
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

const otherPages = describeOtherPages(renderPage);

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
  const other = otherPages[path];
  if (other) return { ...other, body: await other.body(root) };
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

/** What the site's search looks through. */
export async function searchIndex(): Promise<string> {
  const titleOf = async (page: SitePage) => (await partsOf(page, rootOf(page))).title ?? 'Cover';
  return JSON.stringify(await findSearchEntries(renderPage, titleOf));
}

/** What the page for votes asks, without the answers. */
export async function voteQuestions(): Promise<string> {
  return JSON.stringify(await findVoteQuestions());
}
