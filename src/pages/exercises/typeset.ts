import katex from 'katex';
import { katexOptions } from '../../lib/katexOptions.ts';

/**
 * The texts of an exercise that hold formulas (between dollar signs) or code (between backticks), as HTML, by
 * the text as written. Throws where KaTeX cannot read a formula.
 */
export function typeset(exercise: object): Record<string, string> {
  const texts = [...textsOf(exercise)].filter((text) => marked.test(text));
  return Object.fromEntries(texts.map((text) => [text, setText(text)]));
}

const marked = /\$([^$]+)\$|`([^`]+)`/;

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsOf(part);
}

function setText(text: string): string {
  const parts = text.split(new RegExp(marked, 'g'));
  // Text, formula, code, text and so on; of formula and code one is undefined.
  return parts
    .map((part, index) => {
      if (part === undefined) return '';
      if (index % 3 === 1) return katex.renderToString(part, katexOptions);
      if (index % 3 === 2) return `<code translate="no">${escape(part)}</code>`;
      return escape(part);
    })
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
