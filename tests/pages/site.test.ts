import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chapter } from '../../content/chapter.ts';
import terms from '../../content/glossary.json';
import { fillTemplate } from '../../scripts/site/pages.ts';
import { fromQuery, toQuery } from '../../src/figure/settings/link.ts';
import { fieldsOf, startOf } from '../../src/figure/settings/settings.tsx';
import { verdictRules } from '../../src/lib/verdicts.ts';
import { chapterIndex, renderNotFound, renderPage } from '../../src/pages/render.tsx';
import { rootOf, sitePages } from '../../src/pages/site.ts';
import { widgetNames, widgets } from '../../src/widgets.ts';

const cover = sitePages[0];
const lessons = sitePages.filter(({ lesson }) => lesson);
const pageAt = (path: string) => sitePages.find((page) => page.path === path)!;
const glossary = pageAt('glossary/');
const first = chapter.lessons[0]!;
const last = chapter.lessons.at(-1)!;

test('the site is the cover, a folder for each lesson and for each other page, each with its way back to the root', () => {
  expect(cover).toEqual({ path: '' });
  expect(lessons.map(({ path }) => path)).toEqual(chapter.lessons.map(({ id }) => `${id}/`));
  const others = [
    'figures/',
    'glossary/',
    'instructors/',
    'claims/',
    'answers/',
    'graders/',
    'marking/',
    'class/',
    'vote/',
    'settings/',
    'present/',
    'offline/',
    'print/',
    'handout/',
  ];
  expect(sitePages.slice(1 + lessons.length).map(({ path }) => path)).toEqual(others);
  const [start, ...backs] = sitePages.map(rootOf);
  expect(start).toBe('./');
  expect(new Set(backs)).toEqual(new Set(['../']));
});

test('a lesson names itself, its place and its neighbours', async () => {
  const { head, body } = await renderPage(lessons[1]!);
  const { title, summary } = chapter.lessons[1]!;
  expect(head).toContain(`<title>${title} · ${chapter.title}</title>`);
  expect(head).toContain(`content="${summary}"`);
  expect(body).toContain(`Lesson 2 of ${chapter.lessons.length}`);
  expect(body).toMatch(new RegExp(`rel="prev" href="../${first.id}/"`));
  expect(body).toMatch(new RegExp(`rel="next" href="../${chapter.lessons[2]!.id}/"`));
  expect(body).toMatch(/aria-current="page"[^>]*>The Residual Solution</);
});

test('the first lesson leads back to the cover, the last one nowhere further', async () => {
  expect((await renderPage(lessons[0]!)).body).not.toContain('rel="prev"');
  const end = (await renderPage(lessons.at(-1)!)).body;
  expect(end).toContain('rel="prev"');
  expect(end).not.toContain('rel="next"');
});

test('assets are found from a folder as from the root', async () => {
  const template = readFileSync('index.html', 'utf8').replace('/src/main.tsx', './assets/index.js');
  const page = fillTemplate(template, await renderPage(lessons[0]!));
  expect(page).toContain('data-root="../"');
  expect(page).toContain('src="../assets/index.js"');
  expect(page).toContain('href="../favicon.svg"');
  expect(page).not.toMatch(/(href|src)="\.\/|<!--(head|page)-->/);
  const start = fillTemplate(template, await renderPage(cover!));
  expect(start).toContain('src="./assets/index.js"');
});

test('the page for an unknown address lists the lessons without an address of its own', () => {
  const page = renderNotFound();
  expect(page).toMatch(/^<!doctype html><html/);
  for (const { id, title } of [first, last]) {
    expect(page).toContain(`<a data-path="${id}/">${title}</a>`);
  }
  expect(page).not.toMatch(/ href="/);
  expect(JSON.parse(chapterIndex())).toMatchObject({ title: chapter.title });
});

test('the glossary has every term with the lesson that explains it, and is linked from every page', async () => {
  const { head, body } = await renderPage(glossary);
  expect(head).toContain('<title>Glossary');
  expect(body.match(/<dt>/g)).toHaveLength(terms.length);
  expect(body).toMatch(/id="term-in-place"><dt>in place<[^]*?href="\.\.\/block\/"/);
  expect((await renderPage(cover!)).body).toContain('href="./glossary/"');
});

test('the page of all figures has each with its question, its way and a sentence', async () => {
  const { body } = await renderPage(pageAt('figures/'));
  for (const name of widgetNames) {
    const { title, notes } = (await widgets[name]()).default;
    expect(body).toMatch(new RegExp(`href="../[a-z\\d]+/#${name}">[^<]+</a><p>[^]{40,}?[.?!]</p>`));
    expect(textOf(body)).toContain(title + notes.shows);
  }
  expect(body.match(/<h2>/g)).toHaveLength(chapter.lessons.length);
  expect((await renderPage(cover!)).body).toContain('href="./figures/"');
});

test('what instructors are told of a figure is of one that a lesson shows, in a state that exists', async () => {
  const { body } = await renderPage(pageAt('instructors/'));
  for (const name of widgetNames) {
    const { demonstrate, state } = (await widgets[name]()).default.notes;
    expect(textOf(body)).toContain(demonstrate);
    const { settings } = (await widgets[name]()).default;
    if (!state || !settings) continue;
    const [start, fields] = [startOf(settings), fieldsOf(settings)];
    const opened = fromQuery(new URLSearchParams(state.query), start, fields);
    expect(toQuery(opened, start, fields)).toBe(state.query);
  }
});

/** A page's words, as they are read. */
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll('&amp;', '&');

test('the ledger shows numbers in their sentences, with what they rest on, and the rules for verdicts', async () => {
  const { head, body } = await renderPage(pageAt('claims/'));
  expect(head).toContain('<title>Every number and where it comes from');
  const rows = body.match(/<tr>[^]*?<\/tr>/g) ?? [];
  const row = (words: string) => rows.find((one) => one.includes(`<strong>${words}`));
  expect(row('6.97 %')).toContain('href="https://arxiv.org/abs/1512.03385"');
  expect(row('slip 36 new layers')).toContain('56 − 20 = 36');
  expect(row('batch of 64 pictures')).toContain('content/runs/degradation.json');
  expect(row('batch of 64 pictures')).toContain('href="../degradation/#see-it-happen"');
  for (const { word, rule } of verdictRules())
    expect(body).toContain(`<dt>${word}</dt><dd>${rule}`);
  expect((await renderPage(cover!)).body).toContain('href="./claims/"');
});
