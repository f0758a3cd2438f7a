import path from 'node:path';
import mdx from '@mdx-js/rollup';
import rehypeShiki from '@shikijs/rehype';
import rehypeCitation from 'rehype-citation';
import rehypeKatex from 'rehype-katex';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** A colour means one thing everywhere: these wrap a term of an equation in its class. */
export const katexMacros = {
  '\\plain': '\\htmlClass{c-plain}{#1}',
  '\\residual': '\\htmlClass{c-residual}{#1}',
  '\\shortcut': '\\htmlClass{c-shortcut}{#1}',
  '\\branch': '\\htmlClass{c-branch}{#1}',
};

export const katexOptions = {
  macros: katexMacros,
  strict: false,
  throwOnError: true,
  trust: ({ command }: { command: string }) => command === '\\htmlClass',
};

/** MDX with equations, citations and code set at build time: the reader's browser gets plain HTML. */
export function lessons(): Plugin {
  const plugin = mdx({
    remarkPlugins: [remarkGfm, remarkMath],
    rehypePlugins: [
      [rehypeKatex, katexOptions],
      rehypeSlug,
      [
        rehypeShiki,
        {
          themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
          defaultColor: false,
        },
      ],
      [
        rehypeCitation,
        {
          path: root,
          bibliography: 'content/references.bib',
          csl: 'apa',
          linkCitations: true,
        },
      ],
    ],
  });
  // Its types were made for Rollup; Vite runs it as it is.
  return { ...plugin, enforce: 'pre' } as Plugin;
}
