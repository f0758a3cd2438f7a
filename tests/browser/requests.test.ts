import { readFile } from 'node:fs/promises';
import type { ConsoleMessage } from 'playwright';
import { expect, inject, test } from 'vitest';
import { keptHere } from '../../src/contract/keptHere.ts';
import { sitePages } from '../../src/pages/site.ts';
import { drop } from './classifierPage.ts';
import { exerciseFile, readyEditor } from './exercise.ts';
import { readyFigure, startTraining, visit, waitForPhase } from './reader.ts';

test('a tour of the site asks only the site itself, sets no cookie, and leaves only what the settings list', async () => {
  const page = await visit('about:blank', { extraHTTPHeaders: { 'X-Test': 'tour' } });
  const context = page.context();
  const asked: string[] = [];
  const blocked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('console', (message: ConsoleMessage) => {
    // What a browser's own editing writes into an editor is the browser's.
    const text = message.text();
    if (/Content Security Policy/.test(text) && !/Applying inline style/.test(text))
      blocked.push(text);
  });
  const open = (path: string) => page.goto(new URL(path, inject('siteUrl')).href);
  for (const { path } of sitePages) {
    await open(path);
    await page.locator('main').waitFor();
  }

  await open('degradation/?preset=tiny&depths=8-8&kinds=residual&steps=12');
  await page.locator('.quick-check .check-choice').first().click();
  const lab = await readyFigure(page, 'degradation-lab');
  await startTraining(lab);
  await waitForPhase(lab, 'done');

  await open('resnet34/');
  const classifier = await readyFigure(page, 'classifier');
  await drop(page, classifier, 'coffee.png', await readFile('public/samples/coffee.png'));
  await classifier.locator('[data-phase="answered"]').waitFor();

  await open('block/');
  const { put, button, checked } = await readyEditor(page, 'residual-block');
  await put(exerciseFile('residual-block', 'solution.py'));
  await button('Check').click();
  await checked();

  const { origin } = new URL(inject('siteUrl'));
  const elsewhere = asked.filter(
    (url) => !/^(blob|data):/.test(url) && new URL(url).origin !== origin,
  );
  expect(asked.length).toBeGreaterThan(50);
  expect(elsewhere).toEqual([]);
  expect(blocked).toEqual([]);
  expect(await context.cookies()).toEqual([]);

  const left = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  const known = (key: string, patterns: string[] = []) =>
    patterns.some((pattern) =>
      pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : pattern === key,
    );
  const unknown = [
    ...left.local.filter((key) => !keptHere.some(({ local }) => known(key, local))),
    ...left.session.filter((key) => !keptHere.some(({ session }) => known(key, session))),
    ...left.databases.filter((name) => !keptHere.some(({ database }) => database?.name === name)),
  ];
  expect(left.databases.length).toBeGreaterThan(1);
  expect(unknown).toEqual([]);
});
