import { expect, test } from 'vitest';
import type { Listing } from '../../../src/contract/listing.ts';
import { compile } from './compileLesson.ts';

test('an equation that cannot be read ends the build with its file and the reason', async () => {
  await expect(compile('First.\n\n$$\n\\fraq{1}{2}\n$$\n')).rejects.toThrow(
    /99-test\.mdx: .*Undefined control sequence: \\fraq/,
  );
  await expect(compile('Half of $\\frac{1}$.')).rejects.toThrow(/99-test\.mdx: .*KaTeX/);
});

test('a term of an equation gets the class of its colour', async () => {
  expect(await compile('$y = \\branch{F(x)} + \\shortcut{x}$')).toMatch(/c-branch[^]*c-shortcut/);
});

test('citations are linked to references under a heading, and no heading stands without them', async () => {
  const cited = await compile('Deep networks [@he2015deep].');
  expect(cited).toMatch(/#bib-he2015deep[^]*References[^]*bib-he2015deep/);
  expect(cited).toMatch(/href: "https:\/\/arxiv\.org\/abs\/1512\.03385"/);
  expect(await compile('Deep networks.')).not.toMatch(/References/);
});

test('a lesson opens with a list of its sections, references included', async () => {
  const code = await compile('## One\n\n## `two`\n\nCited [@he2015deep].\n\n## Three');
  const links = [...code.matchAll(/href: "#(one|two|three|references)"/g)].map(([, id]) => id);
  const sections = ['one', 'two', 'three', 'references'];
  expect(links).toEqual([...sections, ...sections]);
  expect(await compile('## One\n\n## Two')).not.toMatch(/section-(margin|fold)|On this page/);
});

test('a quote right after an inline element closes; code and equations stay as they are', async () => {
  const code = await compile(`*"Tyla"*'s and "\`x = "a"\`" and $f'$'s.`);
  const [, text] = /_components\.p, \{\s*children: (\[[^]*?)_components\.span/.exec(code) ?? [];
  const strings = text?.match(/"(?:[^"\\]|\\.)*"/g)?.map((string) => JSON.parse(string));
  // “no” is the code's translate attribute.
  expect(strings).toEqual(['“Tyla”', '’s and “', 'no', 'x = "a"', '” and ']);
  expect(code).toContain(`children: "f'"`);
  expect(code).not.toContain('‘');
});

test('code is coloured at build time, for both themes', async () => {
  expect(await compile('```python\nx = 1  # one\n```')).toMatch(/--shiki-light[^]*--shiki-dark/);
});

test('a bar over code names its language; what a program prints has none', async () => {
  const python = await compile('```python\nx = 1\n```');
  expect(python).toMatch(/className: "code-block"[^]*className: "code-bar"[^]*"Python"[^]*"shiki /);
  expect(await compile('```ts\nconst x = 1;\n```')).toContain('"TypeScript"');
  expect(await compile('```text\nAn error.\n```')).not.toContain('code-b');
});

test('code between the tags of a figure that shows code becomes its property, coloured', async () => {
  const code = await compile(
    '<CodeAndDrawing>\n\n```python\nx = 1\n```\n\nThe caption.\n\n</CodeAndDrawing>',
  );
  const [, json = ''] = /listings: ("(?:[^"\\]|\\.)*")/.exec(code) ?? [];
  const [listing] = JSON.parse(JSON.parse(json) as string) as Listing[];
  expect(listing?.language).toBe('python');
  expect(listing?.lines.map((line) => line.map(([text]) => text).join(''))).toEqual(['x = 1']);
  expect(listing?.lines[0]?.at(-1)).toEqual([' 1', expect.any(String), expect.any(String)]);
  expect(code).toContain('The caption.');
});

test('the first mention of a term of an earlier lesson is linked, others are not', async () => {
  const text =
    '## A kernel\n\nA `kernel` and two Kernels, one kernel. A bold **shortcut**.\n\n<details>\n<summary>A batch</summary>\n</details>';
  const code = await compile(text, '04-downsampling');
  expect(code.match(/glossary\/#[\w-]+/g)).toEqual(['glossary/#term-kernel']);
  expect(code).toMatch(/"data-definition": "The small grid[^]*?children: "Kernels"/);
  expect(await compile(text, '02-residual')).not.toContain('glossary');
});

test('an equation’s number links to it, out of the way of the Tab key', async () => {
  const code = await compile('<div id="eq-one">\n\n$$\nx = 1 \\tag{9.1}\n$$\n\n</div>');
  expect(code).toMatch(/href: "#eq-one",\s*tabIndex: "?-1"?/);
});
