import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chapter } from '../../content/chapter.ts';
import { termId } from '../../src/pages/termId.ts';
import { text, type TreeNode } from './typography.ts';

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

/** Where a link cannot stand, where a word is no mention of a term, or where another term is introduced. */
const untouched = /^(a|h\d|code|pre|summary|th|strong)$/;

/**
 * Links a lesson's first mention of each term that an earlier lesson explains to the glossary. The
 * definition goes with the link, for its card. Runs before the references are appended.
 */
export function rehypeTerms() {
  return (tree: TreeNode, file: { path: string }): void => {
    const name = path.basename(file.path, '.mdx');
    const here = chapter.lessons.findIndex((lesson) => lesson.file === name);
    const earlier = chapter.lessons.slice(0, Math.max(0, here)).map(({ id }) => id);
    const linkable = glossary.filter(
      ({ lesson, everyday }) => !everyday && earlier.includes(lesson),
    );
    linkIn(tree, new Map(linkable.map((term) => [term.term.toLowerCase(), term])));
  };
}

function linkIn(parent: TreeNode, waiting: Map<string, Term>): void {
  parent.children = (parent.children ?? []).flatMap((node) => {
    if (node.type === 'text' && node.value) return linkText(node.value, waiting);
    const isSet = String(node.properties?.['className'] ?? '').startsWith('katex');
    // Shiki's code blocks are whole documents of their own.
    const isCode = node.type === 'root';
    if (node.children && !isSet && !isCode && !untouched.test(node.tagName ?? node.name ?? '')) {
      linkIn(node, waiting);
    }
    return [node];
  });
}

/** The text in pieces, with the terms that still wait for a link as links. */
function linkText(value: string, waiting: Map<string, Term>): TreeNode[] {
  const pieces: TreeNode[] = [];
  let done = 0;
  for (const { 0: words, 1: name = '', index } of value.matchAll(anyTerm)) {
    const term = waiting.get(name.toLowerCase());
    if (!term) continue;
    waiting.delete(name.toLowerCase());
    pieces.push(text(value.slice(done, index)), link(term, words));
    done = index + words.length;
  }
  return [...pieces, text(value.slice(done))].filter((piece) => piece.value !== '');
}

function link({ term, definition }: Term, words: string): TreeNode {
  const properties = {
    href: `../glossary/#${termId(term)}`,
    className: ['term'],
    dataDefinition: definition,
  };
  return { type: 'element', tagName: 'a', properties, children: [text(words)] };
}
