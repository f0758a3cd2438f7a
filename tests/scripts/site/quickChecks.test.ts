import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import { expect, test } from 'vitest';
import { rehypeQuickChecks } from '../../../scripts/site/quickChecks.ts';
import { compile } from './compileLesson.ts';

const jsx = (name: string, ...children: (Element | string)[]): MdxJsxFlowElementHast => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: [],
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});
const fold = (choice: string, reason: string) => {
  const node = jsx('details', h('p', reason));
  node.children.unshift(jsx('summary', choice));
  return node;
};
const question = (...words: (string | Element)[]) =>
  h('p', [h('strong', 'Quick check.'), ' ', ...words]);
const newline = { type: 'text' as const, value: '\n' };

function transform(...children: Root['children']): Element[] {
  const tree: Root = { type: 'root', children };
  rehypeQuickChecks()(tree, { path: '99-test.mdx' });
  return tree.children.filter((child) => child.type === 'element');
}

test('a question and the folds after it become one section with the id of its first words', () => {
  const [before, check, after] = transform(
    h('p', 'Before.'),
    question('Is ', h('span.katex', 'x'), 'a “good” sum of 2 parts, or not?'),
    newline,
    fold('No', 'Yes. It is none.'),
    newline,
    fold('Yes', 'No, that is only half of it.'),
    newline,
    h('p', 'After.'),
  );
  expect([before, after].map((node) => toString(node!))).toEqual(['Before.', 'After.']);
  expect(check?.properties).toMatchObject({ id: 'check-is-a-good-sum-of-2' });
  const answers = check?.children[1] as Element;
  expect(answers.children.map((answer) => (answer as Element).properties['dataRight'])).toEqual([
    '',
    undefined,
  ]);
  expect(toString(answers)).toBe('NoYes. It is none.YesNo, that is only half of it.');
});

test('the word that tells right from wrong stands apart from its reason', () => {
  const [check] = transform(question('Which?'), fold('A', 'No, not A.'), fold('B', 'Yes. B.'));
  const [, answers] = check?.children as Element[];
  const [first] = answers?.children as Element[];
  const [, reason] = first?.children as Element[];
  expect(reason).toMatchObject({
    children: [
      {
        children: [
          { properties: { className: ['check-verdict'] }, children: [{ value: 'No,' }] },
          { value: ' not A.' },
        ],
      },
    ],
  });
});

test('two right choices, none, or two checks of one name end the build', () => {
  const [right, wrong] = [fold('A', 'Yes. A.'), fold('B', 'No. A.')];
  expect(() => transform(question('Which?'), wrong)).toThrow('#check-which has 0 right choices');
  expect(() => transform(question('Which?'), right, fold('C', 'Yes.'))).toThrow('has 2 right');
  expect(() =>
    transform(
      ...[question('Which?'), fold('A', 'Yes. A.'), h('p', 'Between.')],
      ...[question('Which?'), fold('A', 'Yes. A.')],
    ),
  ).toThrow('two quick checks begin with the same words, #check-which');
});

const folds = `<details>
<summary>Hint 1</summary>

A hint.

</details>

<details>
<summary>An answer to compare with yours</summary>

An answer.

</details>
`;

test('the folds of an exercise have their kind, those of a lesson have none', async () => {
  const kinds = /className: "(?:hint|solution)"/g;
  expect((await compile(folds, 'statement', 'exercises/make-layer')).match(kinds)).toEqual([
    'className: "hint"',
    'className: "solution"',
  ]);
  expect(await compile(folds)).not.toMatch(kinds);
});

test('in a compiled lesson a quick check is a section, and a fold further down is none of its choices', async () => {
  const code = await compile(
    `**Quick check.** Is $x = 1$?\n\n<details>\n<summary>Yes</summary>\n\nYes. It is.\n\n</details>\n\nBetween.\n\n${folds}`,
  );
  expect(code).toMatch(/className: "quick-check",\s*id: "check-is"/);
  expect(code.match(/className: "check-answer"/g)).toHaveLength(1);
});
