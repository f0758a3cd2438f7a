import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ConsoleMessage } from 'playwright';
import { expect, inject, test } from 'vitest';
import { chapter } from '../../content/chapter.ts';
import { serve } from '../../scripts/site/serve.ts';
import { sitePages } from '../../src/pages/site.ts';
import { examine } from './examine.ts';
import { visit } from './reader.ts';

const paths = sitePages.map(({ path }) => path);

test.each(paths)(
  'page "%s" reads without JavaScript and every link on it leads somewhere',
  async (path) => {
    const page = await visit(path, { javaScriptEnabled: false });
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(800);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    const inside = new Set(links.filter((href) => href.startsWith(inject('siteUrl'))));
    expect(inside.size).toBeGreaterThan(chapter.lessons.length);
    for (const link of inside) {
      const { hash, href } = new URL(link);
      const { status, text } = await answerTo(href.slice(0, href.length - hash.length));
      expect(status, link).toBe(200);
      if (hash) expect(text, link).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
    }
  },
);

const answers = new Map<string, Promise<{ status: number; text: string }>>();

/** What the site answers at an address, asked once: the same pages are linked from every page. */
function answerTo(address: string) {
  const known = answers.get(address);
  if (known) return known;
  const asked = fetch(address).then(async (answer) => ({
    status: answer.status,
    text: await answer.text(),
  }));
  answers.set(address, asked);
  return asked;
}

test('equations, code, citations and captions are in the pre-rendered page', async () => {
  const page = await visit('degradation/', { javaScriptEnabled: false });
  expect(await page.locator('.katex').count()).toBeGreaterThan(3);
  expect(await page.locator('.csl-entry').count()).toBeGreaterThan(1);
  expect(
    await page.locator('figure[data-widget="degradation-lab"] figcaption').innerText(),
  ).toMatch(/CIFAR-10/);
  const block = await visit('block/', { javaScriptEnabled: false });
  const colours = await block
    .locator('pre.shiki span')
    .evaluateAll((spans) => spans.map((span) => getComputedStyle(span).color));
  expect(colours.length).toBeGreaterThan(20);
  expect(new Set(colours).size).toBeGreaterThan(2);
});

test('the site works from a sub-folder of any static host', async () => {
  const host = await mkdtemp(path.join(tmpdir(), 'host-'));
  await symlink(path.resolve('dist'), path.join(host, 'deep'));
  // Such a host is told which page to answer an unknown address with.
  await symlink(path.resolve('dist/404.html'), path.join(host, '404.html'));
  const { url, close } = await serve(host, 0);
  try {
    const page = await visit('');
    const failed: string[] = [];
    page.on('response', (answer) => void (answer.status() >= 400 && failed.push(answer.url())));
    await page.goto(new URL('deep/degradation/?preset=tiny&depths=8-14&steps=10', url).href);
    const lab = page.locator('figure[data-widget="degradation-lab"]');
    await lab.scrollIntoViewIfNeeded();
    await page.locator('[data-widget="degradation-lab"][data-ready]').waitFor();
    await lab.getByRole('button', { name: 'Train', exact: true }).click();
    await lab.locator('[data-phase="done"]').waitFor();
    expect(failed).toEqual([]);

    await page.goto(new URL('deep/no/such/page', url).href);
    await page.getByRole('link', { name: chapter.lessons[0]!.title }).click();
    await page.waitForURL(new URL(`deep/${chapter.lessons[0]!.id}/`, url).href);
  } finally {
    await close();
    await rm(host, { recursive: true });
  }
});

test('an unknown address says so and leads back, from any depth', async () => {
  const page = await visit('no/such/page/');
  expect(await page.locator('h1').innerText()).toBe('This page does not exist');
  await page.getByRole('link', { name: 'Go to the cover' }).click();
  await page.waitForURL(inject('siteUrl'));
});

test('contents, previous and next lead through the chapter', async () => {
  const page = await visit('');
  await page.getByRole('link', { name: /Start reading/ }).click();
  for (const lesson of chapter.lessons) {
    await page.waitForURL(`**/${lesson.id}/`);
    expect(await page.locator('h1').innerText()).toBe(lesson.title);
    const next = page.locator('a[rel="next"]');
    if (await next.count()) await next.click();
  }
  await page.getByText('Contents', { exact: true }).click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link').first().click();
  await page.waitForURL(`**/${chapter.lessons[0]!.id}/`);
  await page.getByText('Contents', { exact: true }).click();
  await page.getByRole('link', { name: 'All figures' }).click();
  await page.getByRole('link', { name: 'Can a stack of layers learn to copy its input?' }).click();
  await page.waitForURL('**/degradation/#learn-to-copy');
});

test('the chosen theme and the reading progress are kept', async () => {
  const page = await visit('residual/', {
    colorScheme: 'light',
    viewport: { width: 1280, height: 3000 },
  });
  await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
  await page
    .locator('[data-progress-of="residual"] .read-mark', { hasText: 'read' })
    .waitFor({ state: 'attached' });
  await page.goto(inject('siteUrl'));
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await page.locator('.lesson-cards [data-progress-of="residual"]').innerText()).toMatch(
    /read$/,
  );
});

test.each(paths)(
  'page "%s" violates no rule of accessibility, in either theme, nor its own policy',
  async (path) => {
    const page = await visit('about:blank', { colorScheme: 'light' });
    const blocked: string[] = [];
    const hear = (message: ConsoleMessage) => {
      if (/Content Security Policy/.test(message.text())) blocked.push(message.text());
    };
    page.on('console', hear);
    await page.goto(new URL(path, inject('siteUrl')).href);
    // The text of the whole chapter is examined on the lessons' own pages.
    await page.evaluate(() => {
      for (const text of document.querySelectorAll('.whole-chapter header + .lesson'))
        text.remove();
      // What is folded is read, too.
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details'))
        fold.open = true;
      // The rows of a table are alike, and tables of hundreds took as long as all the rest.
      for (const body of document.querySelectorAll('tbody'))
        for (const row of [...body.rows].slice(8)) row.remove();
    });
    const light = await examine(page);
    // Nothing but contrast depends on the theme. Where nothing moves, no colour is on its way to another.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.locator('html[data-theme="dark"]').waitFor();
    const dark = await examine(page, { only: 'contrast' });
    expect([...light, ...dark]).toEqual([]);
    expect(blocked).toEqual([]);
    page.off('console', hear);
  },
);
