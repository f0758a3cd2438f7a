import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';
import type { Listing, Token } from '../../src/contract/listing.ts';

/** Figures that show code: the code blocks between their tags are their property `listings`. */
const takesListings = ['CodeAndDrawing'];

/** Runs after Shiki: moves a figure's coloured code blocks into its properties, as JSON. */
export function rehypeListings() {
  return (tree: Root): void =>
    visit(tree, 'mdxJsxFlowElement', (figure) => {
      if (!takesListings.includes(figure.name ?? '')) return undefined;
      moveListings(figure);
      return SKIP;
    });
}

function moveListings(figure: MdxJsxFlowElementHast): void {
  const codes = figure.children.map(findCode);
  const listings = codes.filter((code) => code !== undefined).map(readListing);
  figure.children = figure.children.filter((_, index) => !codes[index]);
  const value = JSON.stringify(listings);
  figure.attributes.push({ type: 'mdxJsxAttribute', name: 'listings', value });
}

/** Shiki puts a whole document in the place of a code block, which no type expects: root, pre, code. */
function findCode(child: Nodes): Element | undefined {
  if (child.type !== 'root') return undefined;
  const [pre] = child.children;
  return isElement(pre, 'pre') && isElement(pre.children[0], 'code') ? pre.children[0] : undefined;
}

function isElement(node: RootContent | undefined, tagName: string): node is Element {
  return node?.type === 'element' && node.tagName === tagName;
}

function readListing({ properties, children }: Element): Listing {
  const language = String(properties['class']).replace('language-', '');
  const lines = children.filter((child) => isElement(child, 'span'));
  return { language, lines: lines.map((line) => line.children.map(readToken)) };
}

function readToken(node: ElementContent): Token {
  const text = toString(node);
  const style = node.type === 'element' ? String(node.properties['style'] ?? '') : '';
  const colour = (theme: string) => style.match(new RegExp(`--shiki-${theme}:([^;]+)`))?.[1];
  const [light, dark] = [colour('light'), colour('dark')];
  return light && dark ? [text, light, dark] : [text];
}
