import { expect, test } from 'vitest';
import { chapter } from '../../content/chapter.ts';
import { exercises } from '../../src/pages/exercises/exerciseContent.tsx';
import { leadIntoLesson } from '../../src/pages/paper/leadIntoLesson.ts';
import { placeInChapter } from '../../src/pages/paper/placeInChapter.ts';
import { sayMathsAnswer } from '../../src/pages/paper/sayMathsAnswer.ts';
import { findQuestions } from '../../src/pages/paper/findQuestions.tsx';
import { renderPage } from '../../src/pages/render.tsx';
import { printPath, sitePages } from '../../src/pages/site.ts';
import { findVoteQuestions } from '../../src/pages/voteQuestions.tsx';
import { widgetNames } from '../../src/widgets.ts';

const places = { lessons: ['residual', 'block'], figures: ['paths'] };
const place = (html: string) => placeInChapter(html, 'block', places).html;

test('a lesson’s ids begin with its name in the chapter, and links follow them', () => {
  expect(place('<h2 id="why" aria-labelledby="why-words">Why id="why"?</h2>')).toBe(
    '<h2 id="block-why" aria-labelledby="block-why-words">Why id="why"?</h2>',
  );
  const links: Record<string, string> = {
    '#why': '#block-why',
    '#paths': '#paths',
    '#bib-he2015deep': '#bib-he2015deep',
    '../residual/': '#residual',
    '../residual/#why': '#residual-why',
    '../block/?factor=0#paths': '#paths',
    '../glossary/#term-batch': '#term-batch',
    '../glossary/': '#glossary',
    '../claims/': '../claims/',
    'https://arxiv.org/abs/1512.03385': 'https://arxiv.org/abs/1512.03385',
  };
  for (const [href, placed] of Object.entries(links))
    expect(place(`<a class="x" href="${href}">`)).toBe(`<a class="x" href="${placed}">`);
});

test('a figure sleeps in the chapter and is otherwise as its script expects it', () => {
  const island = '<div data-island=""><svg id="a"><use href="#a"></use></svg></div>';
  const caption = '<figcaption><a href="#why">Why</a></figcaption>';
  const props = '<script type="application/json" data-props="">{"id="why"}</script>';
  expect(
    place(
      `<figure data-widget="paths" id="paths">${island}${caption}${props}<noscript>No</noscript></figure>`,
    ),
  ).toBe(
    `<figure data-asleep="paths" id="paths">${island}${caption.replace('#why', '#block-why')}${props}</figure>`,
  );
});

test('a lesson’s references are taken out of it', () => {
  const entry = '<div class="csl-entry" id="bib-a">A. (2015). <i>Deep</i>.</div>';
  const { html, references } = placeInChapter(
    `<p>Text</p><h2 id="references">References</h2><div id="refs">${entry}</div>`,
    'block',
    places,
  );
  expect(html).toBe('<p>Text</p>');
  expect([...references]).toEqual([['bib-a', entry]]);
});

test('a question on another page leads into its lesson', () => {
  expect(leadIntoLesson('<p id="x"><a href="#eq">id="x"</a></p>', 'block', '../')).toBe(
    '<p><a href="../block/#eq">id="x"</a></p>',
  );
});

test.each([
  [{ kind: 'number', value: 230144 }, '230,144'],
  [{ kind: 'number', value: 0.9 ** 10, isShare: true }, '34.87 %'],
  [{ kind: 'number', value: -0.001 }, '−0.001'],
  [{ kind: 'numbers', values: [7.2, 10] }, '7.2; 10'],
  [{ kind: 'shape', shape: [1, 64, 112, 112] }, '[1, 64, 112, 112]'],
  [{ kind: 'formula', formula: '(1 + a)^10', symbols: { a: 0.1 } }, '(1 + a)^10'],
] as const)('the answer %j reads %s', (answer, says) => {
  expect(sayMathsAnswer(answer as Parameters<typeof sayMathsAnswer>[0])).toBe(says);
});

test('the chapter to print has every lesson, figure and exercise once, and each reference once', async () => {
  const { body } = await renderPage(sitePages.find(({ path }) => path === printPath)!);
  const count = (text: string) => body.split(text).length - 1;
  for (const { id } of chapter.lessons) expect(count(`<article id="${id}"`), id).toBe(1);
  for (const name of widgetNames) expect(count(`<figure data-asleep="${name}"`), name).toBe(1);
  for (const { id, lesson } of exercises)
    expect(count(`id="${lesson}-exercise-${id}"`), id).toBe(1);
  expect(count('id="bib-he2015deep"')).toBe(1);
  expect(count('<math')).toBeGreaterThan(300);
  expect(count('data-solution') + count('class="solution"')).toBe(0);
});

test('handouts ask each quick check, prediction and exercise, and answer it', async () => {
  const questions = await findQuestions('../');
  const votes = Object.keys(await findVoteQuestions());
  for (const { id } of chapter.lessons) {
    const asked = questions.get(id)!;
    const inLesson = exercises.filter(({ lesson }) => lesson === id);
    const voted = votes.filter((key) => key.startsWith(`${id}/`));
    expect(asked.length, id).toBe(voted.length + inLesson.length);
    for (const html of asked) expect(html).toMatch(/data-answer="(check|solution)">\s*<\w+/);
    const checks = asked.filter((html) => html.includes('<strong>Quick check</strong>'));
    for (const html of checks) expect(html.split('data-right=""').length, html).toBe(2);
  }
});
