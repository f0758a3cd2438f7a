import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { endVisits, visit } from './reader.ts';

/** Keeps something in every way that a page can. */
const keep = (page: Page) =>
  page.evaluate(async () => {
    localStorage.setItem('mine', '1');
    sessionStorage.setItem('mine', '1');
    document.cookie = 'mine=1';
    await new Promise((resolve) => (indexedDB.open('mine').onsuccess = resolve));
    await (await caches.open('mine')).put('/mine', new Response('1'));
    await (await navigator.storage.getDirectory()).getFileHandle('mine', { create: true });
  });

const kept = (page: Page) =>
  page.evaluate(async () => {
    const files = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string]>;
    const names = [
      ...[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...(await caches.keys()),
    ];
    for await (const [name] of files) names.push(name);
    return names.filter((name) => name?.startsWith('mine'));
  });

test('a page that is taken again has kept nothing of the visit before', async () => {
  const first = await visit('glossary/');
  await keep(first);
  expect(await kept(first)).toHaveLength(6);
  await endVisits(false);
  const second = await visit('glossary/');
  expect(second).toBe(first);
  expect(await kept(second)).toEqual([]);
});

test('a page that is taken again shows what a new one would: on a screen, in light, at its usual size', async () => {
  const look = (page: Page) =>
    page.evaluate(() => [
      ...['print', '(prefers-color-scheme: dark)', '(prefers-reduced-motion)'].map(
        (media) => matchMedia(media).matches,
      ),
      ...[matchMedia('(forced-colors: active)').matches, innerWidth, innerHeight],
    ]);
  const first = await visit('glossary/');
  const usual = await look(first);
  await first.emulateMedia({ media: 'print', colorScheme: 'dark', forcedColors: 'active' });
  await first.setViewportSize({ width: 500, height: 500 });
  expect(await look(first)).not.toEqual(usual);
  await endVisits(false);
  const second = await visit('glossary/');
  expect(second).toBe(first);
  expect(await look(second)).toEqual(usual);
});

test('visits of one test, and those with other options, have pages of their own', async () => {
  const [one, other] = [await visit('glossary/'), await visit('glossary/')];
  await keep(one);
  expect(await kept(other)).toEqual([]);
  await endVisits(false);
  const dark = await visit('glossary/', { colorScheme: 'dark' });
  expect([one, other]).not.toContain(dark);
});
