import { plainTeX } from './plainTeX.ts';

/** A stretch of a block's text that is no prose. */
export interface Span {
  kind: 'code' | 'equation' | 'citation';
  from: number;
  to: number;
}

/** A paragraph, heading, list item, table row or caption of a page, as plain text. */
export interface Block {
  /** The id of the section that it is in; empty before the first. */
  section: string;
  text: string;
  spans: Span[];
  /** For a table's row: the cells of the row that heads the table. */
  head?: string[];
}

/**
 * The blocks of a rendered page in order: what its readers read, without its navigation, code blocks, drawings,
 * figures and references. A table's row is one block, its cells parted by ' | '; an equation is its TeX as text.
 * @param html as React renders it, so every tag is closed or empty
 */
export function readBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const open: { name: string; outer?: string }[] = [];
  let block: Block = { section: '', text: '', spans: [] };
  let section = '';
  let head: string[] | undefined;
  /** How many tags were open where skipping began; and where spans did. */
  let skippedFrom: number | undefined;
  let span: { kind: Span['kind']; from: number; depth: number } | undefined;

  const flush = () => {
    if (block.text.trim() !== '') blocks.push(block);
    if (open.at(-1)?.name === 'thead') head = block.text.split(' | ');
    block = { section, text: '', spans: [] };
  };
  const closeSpan = () => {
    if (!span) return;
    const { kind, from } = span;
    if (block.text.length > from) block.spans.push({ kind, from, to: block.text.length });
    span = undefined;
  };

  for (const [token, slash, name, attributes = ''] of html
    .replaceAll(/<!--[^]*?-->|<(script|style)\b[^]*?<\/\1>/g, '')
    .matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:\s[^\s=<>"]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/g)) {
    if (!name) {
      if (skippedFrom !== undefined) continue;
      const text = decode(token);
      block.text +=
        open.at(-1)?.name === 'annotation' ? plainTeX(text) : text.replaceAll(/\s+/g, ' ');
      continue;
    }
    if (slash) {
      const closed = open.pop();
      if (skippedFrom !== undefined && open.length <= skippedFrom) skippedFrom = undefined;
      if (span && open.length <= span.depth) closeSpan();
      if (blockTags.has(name)) flush();
      if (closed?.outer !== undefined) block.section = section = closed.outer;
      continue;
    }
    if (emptyTags.has(name)) continue;
    let outer: string | undefined;
    if (skippedFrom === undefined) {
      const tag = { name, attributes };
      if (blockTags.has(name)) flush();
      if (cellTags.has(name) && block.text !== '') block.text += ' | ';
      const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
      if (id && opensSection.has(name)) {
        // A heading's section goes on after it; that of any other ends with its tag.
        if (!/^h\d$/.test(name)) outer = section;
        block.section = section = id;
      }
      if (isSkipped(tag)) skippedFrom = open.length;
      if (name === 'table') head = undefined;
      if (name === 'td' && head) block.head = head;
      const kind = kindOf(tag);
      if (kind && !span) span = { kind, from: block.text.length, depth: open.length };
    }
    open.push({ name, ...(outer !== undefined && { outer }) });
  }
  flush();
  return blocks.map(tidy);
}

const blockTags = new Set(
  'p li tr summary figcaption h1 h2 h3 h4 dt dd div section figure details ul ol table nav'.split(
    ' ',
  ),
);
const cellTags = new Set(['td', 'th']);
const emptyTags = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr']);
const opensSection = new Set(['h2', 'h3', 'h4', 'section', 'figure', 'div']);

interface Tag {
  name: string;
  attributes: string;
}

function isSkipped({ name, attributes }: Tag): boolean {
  if (/^(svg|pre|nav|noscript|header|button|mrow|mtable)$/.test(name)) return true;
  return /data-island|id="refs"|class="[^"]*(katex-html|section-margin|lesson-place|read-mark|exercise-number|presenter-note)/.test(
    attributes,
  );
}

function kindOf({ name, attributes }: Tag): Span['kind'] | undefined {
  if (name === 'code') return 'code';
  if (/class="katex"/.test(attributes)) return 'equation';
  return /id="citation--/.test(attributes) ? 'citation' : undefined;
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', '’')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');
}

/** Without spaces around it. */
function tidy({ text, spans, ...rest }: Block): Block {
  const cut = text.length - text.trimStart().length;
  return {
    ...rest,
    text: text.trim(),
    spans: spans.map(({ kind, from, to }) => ({ kind, from: from - cut, to: to - cut })),
  };
}
