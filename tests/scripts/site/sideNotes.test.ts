import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { rehypeSideNotes } from '../../../scripts/site/sideNotes.ts';

const jsx = (name: string): RootContent => ({
  ...{ type: 'mdxJsxFlowElement', name },
  ...{ attributes: [], children: [] },
});
const note = () => jsx('Aside');
const newline = { type: 'text' as const, value: '\n' };

/** The names of nodes, with the classes of groups, and what is in them. */
function outline(nodes: RootContent[]): unknown[] {
  return nodes
    .filter((node) => node.type !== 'text')
    .map((node) => {
      if (node.type !== 'element') return 'name' in node ? node.name : node.type;
      if (node.tagName !== 'div') return node.tagName;
      const name = [node.tagName, ...((node.properties.className ?? []) as string[])].join('.');
      return { [name]: outline((node as Element).children) };
    });
}

function transform(...children: RootContent[]): unknown[] {
  const tree: Root = { type: 'root', children };
  rehypeSideNotes()(tree, { path: '99-test.mdx' });
  return outline(tree.children);
}

test('a note stands beside its paragraph and the text after it, up to what is wider', () => {
  expect(
    transform(h('p'), h('p'), newline, note(), newline, h('p'), h('ul'), jsx('LearnToCopy')),
  ).toEqual(['p', { 'div.noted': ['p', 'Aside', { div: ['p', 'ul'] }] }, 'LearnToCopy']);
  expect(transform(h('p'), note(), h('div.code-block'))).toEqual([
    { 'div.noted': ['p', 'Aside'] },
    { 'div.code-block': [] },
  ]);
});

test('the paragraph of the next note is its own', () => {
  expect(transform(h('p'), note(), h('p'), h('p'), note())).toEqual([
    { 'div.noted': ['p', 'Aside', { div: ['p'] }] },
    { 'div.noted': ['p', 'Aside'] },
  ]);
});

test('a note hangs into the next section where that begins with text', () => {
  const groupOf = (...after: RootContent[]) => transform(h('p'), note(), h('h2'), ...after)[0];
  expect(groupOf(h('p'), h('p'))).toEqual({ 'div.noted.hanging': ['p', 'Aside'] });
  expect(groupOf(h('p'), jsx('Paths'))).toEqual({ 'div.noted': ['p', 'Aside'] });
  expect(groupOf(h('p'))).toEqual({ 'div.noted': ['p', 'Aside'] });
});

test('a note after anything but a paragraph ends the build', () => {
  expect(() => transform(jsx('Paths'), newline, note())).toThrow(
    '99-test.mdx: a side note must be written after the paragraph it notes.',
  );
});
