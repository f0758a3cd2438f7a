import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementContent, Nodes, Root } from 'hast';
import { h } from 'hastscript';
import type {} from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';
import { chapter } from '../../content/chapter.ts';
import { termId } from '../../src/pages/termId.ts';
import { isEquation } from './equations.ts';

interface Term {
  term: string;
  definition: string;
  lesson: string;
  /** The word is also an everyday one, so that not every mention of it means the term. */
  everyday?: boolean;
}

const glossary = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../content/glossary.json'), 'utf8'),
) as Term[];

/** Any term, a longer one before a shorter one that it contains: 'batch normalisation' is no 'batch'. */
const anyTerm = new RegExp(
  `(?<![\\w-])(${glossary
    .map(({ term }) => term)
    .sort((a, b) => b.length - a.length)
    .join('|')})s?(?![\\w-])`,
  'gi',
);

/** Where a link cannot stand, where a word is no mention of a term, where another term is introduced, or nobody reads. */
const untouched = /^(a|h\d|code|pre|summary|th|strong|Note)$/;

/**
 * Links a lesson's first mention of each term that an earlier lesson explains to the glossary. The
 * definition goes with the link, for its card. Runs before the references are appended.
 */
export function rehypeTerms() {
  return (tree: Root, file: { path: string }): void => {
    const name = path.basename(file.path, '.mdx');
    const here = chapter.lessons.findIndex((lesson) => lesson.file === name);
    const earlier = chapter.lessons.slice(0, Math.max(0, here)).map(({ id }) => id);
    const linkable = glossary.filter(
      ({ lesson, everyday }) => !everyday && earlier.includes(lesson),
    );
    const waiting = new Map(linkable.map((term) => [term.term.toLowerCase(), term]));
    visit(tree, (node, index, parent) => {
      if (isEquation(node) || untouched.test(tagOf(node))) return SKIP;
      if (node.type !== 'text' || !parent || index === undefined) return undefined;
      const pieces = linkText(node.value, waiting);
      parent.children.splice(index, 1, ...pieces);
      return index + pieces.length;
    });
  };
}

/** The name of a tag that Markdown or JSX wrote. */
function tagOf(node: Nodes): string {
  if (node.type === 'element') return node.tagName;
  return 'name' in node ? (node.name ?? '') : '';
}

/** The text in pieces, with the terms that still wait for a link as links. */
function linkText(value: string, waiting: Map<string, Term>): ElementContent[] {
  const pieces: ElementContent[] = [];
  const text = (start: number, end?: number) =>
    start < (end ?? value.length)
      ? [{ type: 'text' as const, value: value.slice(start, end) }]
      : [];
  let done = 0;
  for (const { 0: words, 1: name = '', index } of value.matchAll(anyTerm)) {
    const term = waiting.get(name.toLowerCase());
    if (!term) continue;
    waiting.delete(name.toLowerCase());
    pieces.push(...text(done, index), link(term, words));
    done = index + words.length;
  }
  return [...pieces, ...text(done)];
}

function link({ term, definition }: Term, words: string): ElementContent {
  const properties = {
    href: `../glossary/#${termId(term)}`,
    className: ['term'],
    dataDefinition: definition,
  };
  return h('a', properties, words);
}
