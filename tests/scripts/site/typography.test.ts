import { expect, test } from 'vitest';
import { rehypeTypography, setType, type TreeNode } from '../../../scripts/site/typography.ts';

test.each([
  [`the network's "new" layers`, 'the network’s “new” layers'],
  [`"Not here," they said.`, '“Not here,” they said.'],
  [`the authors' ("the solution")`, 'the authors’ (“the solution”)'],
  ['6.97 % of 16 × 16 pixels', '6.97\u00a0% of 16\u00a0×\u00a016 pixels'],
  ['a × b stays', 'a × b stays'],
])('%s', (typed, set) => {
  expect(setType(typed)).toBe(set);
});

test('a quote right after an inline element closes; code and equations stay as they are', () => {
  const text = (value: string) => ({ type: 'text', value });
  const element = (tagName: string, value: string, className?: string) => ({
    type: 'element',
    tagName,
    properties: { className },
    children: [text(value)],
  });
  const paragraph = {
    type: 'element',
    tagName: 'p',
    children: [
      element('em', '"Tyla"'),
      text(`'s `),
      element('code', `x = "a"`),
      text('" and '),
      element('span', `f'`, 'katex'),
    ],
  };
  rehypeTypography()({ type: 'root', children: [paragraph] });
  expect(JSON.stringify(paragraph.children)).toBe(
    JSON.stringify([
      element('em', '“Tyla”'),
      text('’s '),
      element('code', `x = "a"`),
      text('” and '),
      element('span', `f'`, 'katex'),
    ]),
  );
});

test('a full stop stays on the line of a short equation, not of one that must be able to break', () => {
  const equation = (pieces: number) => ({
    type: 'element',
    tagName: 'span',
    properties: { className: ['katex'] },
    children: [
      {
        type: 'element',
        tagName: 'span',
        properties: { className: ['katex-html'] },
        children: Array.from({ length: pieces }, () => ({ type: 'element', tagName: 'span' })),
      },
    ],
  });
  const set = (...children: TreeNode[]) => {
    const paragraph = { type: 'element', tagName: 'p', children };
    rehypeTypography()({ type: 'root', children: [paragraph] });
    return paragraph.children;
  };
  const text = (value: string) => ({ type: 'text', value });
  const [short, long] = [equation(2), equation(9)];
  const together = { properties: { style: 'white-space: nowrap' }, children: [short, text('),')] };
  expect(set(text('('), short, text('), and'))).toMatchObject([text('('), together, text(' and')]);
  expect(set(long, text('. Then'))).toEqual([long, text('. Then')]);
  expect(set(short, text(' and'))).toEqual([short, text(' and')]);
});
