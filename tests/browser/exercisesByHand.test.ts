import { expect, test } from 'vitest';
import { labLink } from '../../src/exercises/judges/experiment/ablate.ts';
import { runsOf } from './answering/experiment.ts';
import { readyExercise } from './exercise.ts';
import { visit } from './reader.ts';

test('cards are put in order by arrow keys and by the pointer', async () => {
  const page = await visit('transformers/');
  const exercise = await readyExercise(page, 'pre-activation');
  const list = exercise.getByRole('list', { name: 'The original block' });
  const cards = () => list.getByRole('listitem').allInnerTexts();

  // By keyboard: the addition to the end, and the focus goes with it.
  await list.getByRole('button', { name: 'Move Add the shortcut down' }).focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown');
  expect((await cards()).at(-1)).toBe('Add the shortcut');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
    'Move Add the shortcut down, from place 7',
  );
  await page.keyboard.press('ArrowUp');
  // By pointer: the second ReLU from its place to the very end.
  const relus = list.getByRole('listitem').filter({ hasText: 'ReLU' });
  const grip = relus.nth(1).locator('.order-grip');
  await grip.dragTo(list.getByRole('listitem').last(), { steps: 12 });
  await expect.poll(async () => (await cards()).at(-1)).toBe('ReLU');
});

test('a run of the reader’s own takes the place of the recording', async () => {
  const page = await visit('degradation/');
  // A short run of the lab's four networks, kept as the lab keeps it.
  const curves = await readyExercise(page, 'read-a-curve');
  const [recorded] = await runsOf(curves);
  await page.evaluate(async (record) => {
    const opening = indexedDB.open('skip-connections-runs');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onupgradeneeded = () => opening.result.createObjectStore('runs');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error!);
    });
    const writing = database.transaction('runs', 'readwrite');
    const store = writing.objectStore('runs');
    const own = { ...record, startedAt: '2020-05-17T12:00:00.000Z' };
    store.put({ id: 'own', record: own, ended: true }, 'degradation-lab 3 run own');
    store.put({ id: 'own', tab: 'gone', keptAt: 1 }, 'degradation-lab 3 head own');
    await new Promise((resolve) => (writing.oncomplete = resolve));
    database.close();
  }, recorded!);
  await curves.getByRole('button', { name: 'Check' }).focus();
  await curves.getByText('your run of 17 May 2020').waitFor();
  await curves.getByRole('button', { name: 'The recording' }).click();
  expect(await curves.getByText('You are looking at').innerText()).toContain('the recorded run');

  // The link of the exercise beside it opens the lab with the experiment that it asks for.
  await page.goto(new URL(labLink, page.url()).href);
  await page.locator('figure[data-widget="degradation-lab"][data-ready]').waitFor();
  expect(new URL(page.url()).search).toContain('depths=56-56');
});
