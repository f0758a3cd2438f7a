import type { Element, ElementContent, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import type {} from 'mdast-util-mdx-jsx';

/** What may stand in the column of text beside a note: nothing that is wider, or that opens something new. */
const text = new Set(['p', 'h3', 'ul', 'ol', 'blockquote', 'div', 'section']);
/** So many pieces of text below a heading are room enough for the end of a note above it. */
const roomyText = 2;

/**
 * Puts a side note beside the paragraph it is written after: the paragraph, its note and the text after both go
 * into one grid, where the note has the column of the margin. So a long note finds room beside the text that
 * follows, meets no other note and no wide figure, and is still read after its paragraph. Throws where a note
 * follows no paragraph.
 */
export function rehypeSideNotes() {
  return ({ children }: Root, file: { path: string }): void => {
    // From the end, so that the paragraph of a later note is not taken for text beside an earlier one.
    for (let at = children.length - 1; at >= 0; at--) {
      const note = children[at]!;
      if (!isNote(note)) continue;
      const noted = children.slice(0, at).findLastIndex((node) => !isUnseen(node));
      const paragraph = children[noted];
      if (paragraph?.type !== 'element' || paragraph.tagName !== 'p')
        throw new Error(`${file.path}: a side note must be written after the paragraph it notes.`);
      const rest = children.slice(at + 1);
      const end = rest.findIndex((node) => !isUnseen(node) && !isText(node));
      const after = rest.slice(0, end < 0 ? undefined : end);
      const isBeside = after.some((node) => !isUnseen(node));
      const beside = isBeside ? [h('div', content(after))] : content(after);
      const below = rest.slice(after.length).filter((node) => !isUnseen(node));
      const room = below.slice(1, 1 + roomyText).filter(isText).length;
      const hangs = isHeading(below[0]) && room === roomyText;
      const group = h(hangs ? 'div.noted.hanging' : 'div.noted', [
        ...content(children.slice(noted, at + 1)),
        ...beside,
      ]);
      children.splice(noted, at + 1 + after.length - noted, group);
    }
  };
}

/** Anything but a document type, which a lesson has none of, may stand in an element. */
const content = (nodes: RootContent[]) => nodes as ElementContent[];

function isNote(node: RootContent): boolean {
  return node.type === 'mdxJsxFlowElement' && node.name === 'Aside';
}

function isHeading(node: RootContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'h2';
}

/** A group that is made already, or code, which is wider than the text. */
function isWide({ properties: { className } }: Element): boolean {
  const names = Array.isArray(className) ? className : [];
  return names.includes('noted') || names.includes('code-block');
}

function isText(node: RootContent): boolean {
  if (node.type === 'element') return text.has(node.tagName) && !isWide(node);
  return node.type === 'mdxJsxFlowElement' && node.name === 'div';
}

/** Blank, or only for a presenter. */
function isUnseen(node: RootContent): boolean {
  if (node.type === 'mdxJsxFlowElement') return node.name === 'Note' || node.name === 'Screen';
  return node.type === 'text' && node.value.trim() === '';
}
