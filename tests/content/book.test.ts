import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import katex from 'katex';
import { beforeAll, describe, expect, test } from 'vitest';
import { chapter } from '../../content/chapter.ts';
import glossary from '../../content/glossary.json';
import { renderPage, sitePages } from '../../src/pages/render.tsx';
import { componentName, widgetNames } from '../../src/widgets.ts';

const site = 'https://book.example/';
const root = new URL('../../content/', import.meta.url);
const list = (folder: string) => readdirSync(new URL(folder, root));
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
const exerciseFolders = readdirSync(new URL('exercises/', root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const lessonFiles = chapter.lessons.map(({ file }) => `lessons/${file}.mdx`);

/**
 * Every page as its readers get it, by its address. Compiling fails on an equation that KaTeX cannot read,
 * rendering on a component, an exercise or a recording that does not exist.
 */
const pages = new Map<string, string>();
beforeAll(async () => {
  for (const page of sitePages) {
    pages.set(new URL(page.path, site).href, (await renderPage(page)).body);
  }
});

test('the chapter lists every lesson file once, each with an address of its own', () => {
  expect(chapter.lessons.map(({ file }) => `${file}.mdx`)).toEqual(list('lessons/').sort());
  const ids = chapter.lessons.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z\d-]+$/);
});

describe.each(sitePages)('page "$path"', ({ path }) => {
  const address = new URL(path, site).href;
  const html = () => pages.get(address)!;

  test('every citation has its reference', () => {
    expect(textOf(html()).match(/\[[^\]]*@[\w-]+[^\]]*\]|(?<!\w)@[a-z]+\d{4}\w*/g) ?? []).toEqual(
      [],
    );
  });

  test('no id stands twice', () => {
    const ids = idsOf(html());
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('every link leads to a page and a place of the chapter, or out of it', () => {
    const broken = linksOf(html()).filter((href) => {
      const { origin, pathname, hash } = new URL(href, address);
      if (`${origin}/` !== site) return !href.startsWith('https://');
      const target = pages.get(new URL(pathname, site).href);
      return target === undefined || (hash !== '' && !idsOf(target).includes(hash.slice(1)));
    });
    expect(broken).toEqual([]);
  });

  test('a colour stands for one of five terms', () => {
    const kinds = [...html().matchAll(/class="[^"]*\bc-([\w-]+)/g)].map(([, kind]) => kind);
    const terms = ['plain', 'residual', 'shortcut', 'branch', 'opinion'];
    expect(kinds.filter((kind) => !terms.includes(kind!))).toEqual([]);
  });
});

test('every exercise stands in one lesson, every recording in a figure, in an exercise or on the cover', () => {
  const text = lessonFiles.map(read).join('\n');
  const exercises = [...text.matchAll(/<Exercise\s[^>]*?id="([^"]+)"/g)].map(([, id]) => id);
  expect(exercises.sort()).toEqual(exerciseFolders.sort());
  const cover = pages.get(site) ?? '';
  const recordings = list('runs/').filter((file) => path.extname(file) !== '.md');
  const named = exerciseFolders.flatMap((id) =>
    list(`exercises/${id}/`).includes('exercise.ts') ? [read(`exercises/${id}/exercise.ts`)] : [],
  );
  const places = [text, cover, ...named].join('\n');
  for (const name of new Set(recordings.map((file) => path.parse(file).name))) {
    expect(places, name).toMatch(new RegExp(`recording(="|: ')${name}["']`));
  }
});

test.each(widgetNames)('the figure %s stands in a lesson, with a caption', (name) => {
  const figure = new RegExp(`<figure data-widget="${name}".*?</figure>`, 's');
  const placed = [...pages.values()].flatMap((html) => figure.exec(html)?.[0] ?? []);
  expect(placed, `place <${componentName(name)}> in content/lessons`).toHaveLength(1);
  expect(placed[0], 'the caption stands between its tags').toContain('<figcaption>');
});

test('a term of the glossary stands once, with the lesson that explains it', () => {
  const terms = glossary.map(({ term }) => term);
  expect(new Set(terms).size).toBe(terms.length);
  for (const { term, lesson } of glossary) {
    const page = pages.get(new URL(`${lesson}/`, site).href);
    expect(textOf(page ?? '').toLowerCase(), `${term} in ${lesson}`).toContain(term.toLowerCase());
  }
});

test.each([
  ...lessonFiles,
  ...exerciseFolders.flatMap((id) =>
    list(`exercises/${id}/`)
      .filter((file) => file.endsWith('.mdx'))
      .map((file) => `exercises/${id}/${file}`),
  ),
  'instructors.mdx',
])('%s is written in British spelling', (file) => {
  expect(proseOf(read(file)).match(american) ?? []).toEqual([]);
});

test('equations are set by the KaTeX whose style sheet the pages load', () => {
  const plugin = createRequire(createRequire(import.meta.url).resolve('rehype-katex'));
  expect((plugin('katex') as typeof katex).version).toBe(katex.version);
});

/** American forms of words a chapter like this uses; titles and quotations are left out before. */
const american = new RegExp(
  [
    String.raw`\b(?:behavior|center|color|favor|fiber|flavor|gray|honor|labor|neighbor)(?:s|ed|ing|al|ite)?\b`,
    String.raw`\b(?:character|emphas|final|general|initial|maxim|memor|minim|normal|optim|organ|parametr|penal|quant|real|recogn|regular|special|standard|summar|util|visual|vector)iz(?:e|es|ed|er|ers|ing|ation|ations)\b`,
    String.raw`\b(?:analyz|catalyz)(?:e|es|ed|ing)\b`,
    String.raw`\b(?:label|model|signal|travel|cancel)(?:ed|ing)\b`,
  ].join('|'),
  'gi',
);

/** A lesson's prose without code, equations, tags, addresses and what stands in quotation marks. */
function proseOf(mdx: string): string {
  return mdx
    .replaceAll(/^```[^]*?^```/gm, '')
    .replaceAll(/\$\$[^]*?\$\$|\$[^$\n]+\$|`[^`\n]+`/g, '')
    .replaceAll(/<[^>]+>|\]\([^)]+\)|"[^"\n]+"|“[^”\n]+”/g, '');
}

/** The text of a page without code. */
function textOf(html: string): string {
  return html.replaceAll(/<(script|style|pre|code)\b[^]*?<\/\1>/g, '').replaceAll(/<[^>]+>/g, '');
}

function idsOf(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) => href!);
}
