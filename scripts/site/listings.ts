import type { Listing, Token } from '../../src/contract/listing.ts';
import type { TreeNode } from './typography.ts';

/** Figures that show code: the code blocks between their tags are their property `listings`. */
const takesListings = ['CodeAndDrawing'];

/** Runs after Shiki: moves a figure's coloured code blocks into its properties, as JSON. */
export function rehypeListings() {
  return (tree: TreeNode): void => collect(tree);
}

function collect(parent: TreeNode): void {
  for (const node of parent.children ?? []) {
    if (takesListings.includes(node.name ?? '')) moveListings(node);
    else collect(node);
  }
}

function moveListings(figure: TreeNode): void {
  const children = (figure.children ?? []).map((child) => ({ child, code: findCode(child) }));
  const listings = children.flatMap(({ code }) => (code ? [readListing(code)] : []));
  figure.children = children.flatMap(({ child, code }) => (code ? [] : [child]));
  figure.attributes = [
    ...(figure.attributes ?? []),
    { type: 'mdxJsxAttribute', name: 'listings', value: JSON.stringify(listings) },
  ];
}

/** Shiki puts a whole document in the place of a code block: root, pre, code. */
function findCode({ type, children = [] }: TreeNode): TreeNode | undefined {
  const [pre] = children;
  return type === 'root' && pre?.tagName === 'pre' ? pre.children?.[0] : undefined;
}

function readListing({ properties, children = [] }: TreeNode): Listing {
  const language = String(properties?.['class']).replace('language-', '');
  const lines = children.filter(({ tagName }) => tagName === 'span');
  return { language, lines: lines.map((line) => (line.children ?? []).map(readToken)) };
}

function readToken({ properties, children }: TreeNode): Token {
  const text = children?.[0]?.value ?? '';
  const style = String(properties?.['style'] ?? '');
  const colour = (theme: string) => style.match(new RegExp(`--shiki-${theme}:([^;]+)`))?.[1];
  const [light, dark] = [colour('light'), colour('dark')];
  return light && dark ? [text, light, dark] : [text];
}
