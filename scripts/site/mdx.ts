import path from 'node:path';
import mdx from '@mdx-js/rollup';
import rehypeShiki from '@shikijs/rehype';
import rehypeCitation from 'rehype-citation';
import rehypeKatex from 'rehype-katex';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';
import { katexOptions } from '../../src/lib/katexOptions.ts';
import { rehypeCodeBlocks } from './codeBlocks.ts';
import { remarkExerciseCode } from './exerciseCode.ts';
import { remarkExerciseNumbers } from './exerciseNumbers.ts';
import { rehypeEndMarks, rehypeEquationNumbers, rehypeUntranslated } from './equations.ts';
import { rehypeFolds } from './folds.ts';
import { rehypeHeadingLinks } from './headingLinks.ts';
import { rehypeTerms } from './linkTerms.ts';
import { rehypeListings } from './listings.ts';
import { rehypeQuickChecks } from './quickChecks.ts';
import { rehypeReferences } from './references.ts';
import { rehypeSectionList } from './sectionList.ts';
import { rehypeSideNotes } from './sideNotes.ts';
import { remarkTypography } from './typography.ts';

/** What is used here of unified's files. */
interface SourceFile {
  path: string;
  messages: { reason: string; cause?: unknown }[];
}

const root = path.resolve(import.meta.dirname, '../..');

const shikiOptions = {
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  defaultColor: false,
  // The theme's grey for comments has too little contrast on the page's paper.
  colorReplacements: { 'github-light-high-contrast': { '#66707b': '#59626c' } },
  // Only the languages that occur: reading all of Shiki's takes 17 s.
  langs: [],
  lazy: true,
  addLanguageClass: true,
} as const;

const citationOptions = {
  path: root,
  bibliography: 'content/references.bib',
  csl: 'apa',
  linkCitations: true,
};

/** MDX with equations, citations and code set at build time: the reader's browser gets plain HTML. */
export function lessons(): Plugin {
  const plugin = mdx({
    remarkPlugins: [
      remarkGfm,
      remarkMath,
      remarkTypography,
      remarkExerciseCode,
      remarkExerciseNumbers,
    ],
    rehypePlugins: [
      [rehypeKatex, katexOptions],
      failOnMessages,
      rehypeSlug,
      [rehypeShiki, shikiOptions],
      rehypeListings,
      rehypeCodeBlocks,
      rehypeTerms,
      rehypeQuickChecks,
      rehypeFolds,
      [rehypeCitation, citationOptions],
      rehypeEquationNumbers,
      rehypeReferences,
      rehypeSideNotes,
      rehypeSectionList,
      rehypeHeadingLinks,
      rehypeEndMarks,
      rehypeUntranslated,
    ],
  });
  // Its types were made for Rollup; Vite runs it as it is.
  return { ...plugin, enforce: 'pre' } as Plugin;
}

/** An equation that KaTeX cannot read ends the build: KaTeX itself would print it in red and go on. */
function failOnMessages() {
  return (_tree: unknown, { path: name, messages: [first] }: SourceFile) => {
    if (!first) return;
    const cause = first.cause instanceof Error ? `: ${first.cause.message}` : '';
    throw new Error(`${name}: ${first.reason}${cause}`);
  };
}
