import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { rehypeEndMarks } from '../../../scripts/site/equations.ts';

test('a full stop stays on the line of a short equation, not of one that must be able to break', () => {
  const equation = (pieces: number) =>
    h('span.katex', [
      h(
        'span.katex-html',
        Array.from({ length: pieces }, () => h('span')),
      ),
    ]);
  const set = (...children: (Element | string)[]): ElementContent[] => {
    const paragraph = h('p', children);
    rehypeEndMarks()({ type: 'root', children: [paragraph] });
    return paragraph.children;
  };
  const text = (value: string) => ({ type: 'text', value });
  const [short, long] = [equation(2), equation(9)];
  const together = { properties: { className: ['with-mark'] }, children: [short, text('),')] };
  expect(set('(', short, '), and')).toMatchObject([text('('), together, text(' and')]);
  expect(set(long, '. Then')).toEqual([long, text('. Then')]);
  expect(set(short, ' and')).toEqual([short, text(' and')]);
});
