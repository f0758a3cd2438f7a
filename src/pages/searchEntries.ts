import { chapter } from '../../content/chapter.ts';
import glossary from '../../content/glossary.json';
import type { SearchEntry } from '../contract/searchEntry.ts';
import { exercises } from './exercises/exerciseContent.tsx';
import { readBlocks, type Block } from './ledger/readBlocks.ts';
import { findPlacedFigures } from './placedFigures.tsx';
import { glossaryPath, handoutPath, printPath, sitePages, type SitePage } from './site.ts';
import { termId } from './termId.ts';

/** A page by its address, and what it is called: of those that are no lessons. */
type Titles = (page: SitePage) => Promise<string>;

/**
 * All that can be searched for: lessons and their sections, figures, exercises, terms, and the other pages, in the
 * order of the site.
 */
export async function findSearchEntries(
  render: (page: SitePage) => Promise<{ body: string }>,
  titleOf: Titles,
): Promise<SearchEntry[]> {
  const figures = await findPlacedFigures();
  const pages = await Promise.all(
    sitePages.map(async (page): Promise<SearchEntry[]> => {
      // A glossary's terms are listed one by one; the others repeat what stands elsewhere.
      const repeats = [glossaryPath, 'claims/', printPath, handoutPath];
      if (repeats.includes(page.path)) return [await asPage(page)];
      if (!page.lesson) return [{ ...(await asPage(page)), text: textOf(await blocksOf(page)) }];
      return entriesOf(page, await blocksOf(page), figures);
    }),
  );
  return [...pages.flat(), ...terms()];

  async function asPage(page: SitePage): Promise<SearchEntry> {
    return { kind: 'page', title: await titleOf(page), place: '', path: page.path, text: '' };
  }
  async function blocksOf(page: SitePage): Promise<Block[]> {
    return readBlocks((await render(page)).body);
  }
}

/** A lesson, and each of its sections, figures and exercises. */
function entriesOf(
  { path, lesson }: SitePage,
  blocks: Block[],
  figures: Awaited<ReturnType<typeof findPlacedFigures>>,
): SearchEntry[] {
  const place = placeOf(lesson?.id);
  return sectionsOf(blocks).flatMap(([id, all]): SearchEntry[] => {
    const [first, ...others] = all;
    const at = { place, path: `${path}#${id}` };
    if (id === '') {
      const { title = '', summary = '' } = lesson ?? {};
      return [{ kind: 'lesson', title, place, path, text: `${summary} ${textOf(all)}` }];
    }
    const figure = figures.find(({ name }) => name === id);
    if (figure) {
      const text = `${figure.notes.shows} ${textOf(all)}`;
      return [{ kind: 'figure', title: figure.title, ...at, text }];
    }
    const exercise = exercises.find((one) => `exercise-${one.id}` === id);
    if (exercise) {
      const hints = all.findIndex(({ text }) => /^(Hint|Solution|Model answer)\b/.test(text));
      // After its kind and its title; what would give it away is not shown beside them.
      const task = all.slice(2, hints < 0 ? undefined : hints);
      return [{ kind: 'exercise', title: exercise.title, ...at, text: textOf(task) }];
    }
    if (first?.text.startsWith(checkMark))
      return [{ kind: 'check', title: first.text.slice(checkMark.length), ...at, text: '' }];
    if (id === 'exercises' || id === 'references') return []; // headings of what is listed itself
    return [{ kind: 'section', title: first?.text ?? '', ...at, text: textOf(others) }];
  });
}

/** How a quick check begins, whose answers are not given away. */
const checkMark = 'Quick check ';

/** Blocks by the id of their section; an equation belongs to the section that it stands in. */
function sectionsOf(blocks: Block[]): [id: string, blocks: Block[]][] {
  const sections = new Map<string, Block[]>();
  let current = '';
  for (const block of blocks) {
    if (!block.section.startsWith('eq-')) current = block.section;
    sections.set(current, [...(sections.get(current) ?? []), block]);
  }
  return [...sections];
}

function terms(): SearchEntry[] {
  return glossary.map(({ term, definition, lesson }) => ({
    ...{ kind: 'term', title: term, place: placeOf(lesson), text: definition },
    path: `${glossaryPath}#${termId(term)}`,
  }));
}

function placeOf(id: string | undefined): string {
  const index = chapter.lessons.findIndex((lesson) => lesson.id === id);
  const lesson = chapter.lessons[index];
  return lesson ? `Lesson ${index + 1}: ${lesson.title}` : '';
}

function textOf(blocks: Block[]): string {
  return blocks.map(({ text }) => text).join(' ');
}
