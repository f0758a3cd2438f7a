import type { Element, ElementContent, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import type {} from 'mdast-util-mdx-jsx';

/** What may stand in the column of text beside a note: nothing that is wider, or that opens something new. */
const text = new Set(['p', 'ul', 'ol', 'blockquote', 'div', 'section']);

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
      const noted = children.slice(0, at).findLastIndex((node) => !isBlank(node));
      const paragraph = children[noted];
      if (paragraph?.type !== 'element' || paragraph.tagName !== 'p')
        throw new Error(`${file.path}: a side note must be written after the paragraph it notes.`);
      const rest = children.slice(at + 1);
      const end = rest.findIndex((node) => !isBlank(node) && !isText(node));
      const after = rest.slice(0, end < 0 ? undefined : end);
      const beside = after.some((node) => !isBlank(node)) ? [h('div', content(after))] : [];
      const group = h('div.noted', [...content([paragraph, note]), ...beside]);
      children.splice(noted, at + 1 + after.length - noted, group);
    }
  };
}

/** Anything but a document type, which a lesson has none of, may stand in an element. */
const content = (nodes: RootContent[]) => nodes as ElementContent[];

function isNote(node: RootContent): boolean {
  return node.type === 'mdxJsxFlowElement' && node.name === 'Aside';
}

function isGroup({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('noted');
}

function isText(node: RootContent): boolean {
  if (node.type === 'element') return text.has(node.tagName) && !isGroup(node);
  return node.type === 'mdxJsxFlowElement' && node.name === 'div';
}

function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
