import path from 'node:path';
import mdx from '@mdx-js/rollup';
import rehypeShiki from '@shikijs/rehype';
import rehypeCitation from 'rehype-citation';
import rehypeKatex from 'rehype-katex';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';
import { rehypeListings } from './listings.ts';
import { rehypeTerms } from './linkTerms.ts';
import { rehypeTypography, text, type TreeNode } from './typography.ts';

/** What is used here of unified's files. */
interface SourceFile {
  path: string;
  messages: { reason: string; cause?: unknown }[];
}

const root = path.resolve(import.meta.dirname, '../..');

/** A colour means one thing everywhere: these wrap a term of an equation in its class. */
const katexMacros = {
  '\\plain': '\\htmlClass{c-plain}{#1}',
  '\\residual': '\\htmlClass{c-residual}{#1}',
  '\\shortcut': '\\htmlClass{c-shortcut}{#1}',
  '\\branch': '\\htmlClass{c-branch}{#1}',
};

const katexOptions = {
  macros: katexMacros,
  strict: false,
  trust: ({ command }: { command: string }) => command === '\\htmlClass',
};

/** MDX with equations, citations and code set at build time: the reader's browser gets plain HTML. */
export function lessons(): Plugin {
  const plugin = mdx({
    remarkPlugins: [remarkGfm, remarkMath],
    rehypePlugins: [
      [rehypeKatex, katexOptions],
      failOnMessages,
      rehypeSlug,
      [
        rehypeShiki,
        {
          themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
          defaultColor: false,
          // The theme's grey for comments has too little contrast on the page's paper.
          colorReplacements: { 'github-light-high-contrast': { '#66707b': '#59626c' } },
          // Only the languages that occur: reading all of Shiki's takes 17 s.
          langs: [],
          lazy: true,
          addLanguageClass: true,
        },
      ],
      rehypeListings,
      rehypeTerms,
      [
        rehypeCitation,
        {
          path: root,
          bibliography: 'content/references.bib',
          csl: 'apa',
          linkCitations: true,
        },
      ],
      linkEquationNumbers,
      finishReferences,
      rehypeTypography,
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

/** An equation's number leads to the equation, so that its address can be copied. */
function linkEquationNumbers() {
  return (tree: TreeNode): void => visitEquations(tree);
}

function visitEquations(node: TreeNode): void {
  const id = node.attributes?.find(({ name }) => name === 'id')?.value ?? node.properties?.['id'];
  if (typeof id === 'string' && id.startsWith('eq-')) linkNumber(node, id);
  else node.children?.forEach(visitEquations);
}

/** KaTeX hides its drawing from screen readers, who read its MathML: so Tab must not stop there. */
function linkNumber(node: TreeNode, id: string): void {
  for (const child of node.children ?? []) {
    if (String(child.properties?.['className'] ?? '') === 'tag') {
      const properties = { href: `#${id}`, tabIndex: -1, className: ['equation-number'] };
      child.children = [
        { type: 'element', tagName: 'a', properties, children: child.children ?? [] },
      ];
    } else linkNumber(child, id);
  }
}

/** The list of references that rehype-citation appends gets a heading, and links where it prints addresses. */
function finishReferences() {
  return ({ children = [] }: TreeNode) => {
    const at = children.findIndex(({ properties }) => properties?.['id'] === 'refs');
    const references = children[at];
    if (!references) return;
    linkAddresses(references);
    children.splice(at, 0, element('h2', { id: 'references' }, 'References'));
  };
}

function linkAddresses(parent: TreeNode): void {
  if (!parent.children) return;
  parent.children = parent.children.flatMap((node) => {
    linkAddresses(node);
    const [before = '', address, after = ''] = node.value?.split(/(https:\S+[^\s.])/) ?? [];
    if (!address) return node;
    return [text(before), element('a', { href: address }, address), text(after)];
  });
}

function element(tagName: string, properties: Record<string, string>, content: string): TreeNode {
  return { type: 'element', tagName, properties, children: [text(content)] };
}
