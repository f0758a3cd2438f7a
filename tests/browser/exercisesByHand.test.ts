import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { shuffleCurves } from '../../src/exercises/judges/experiment/nameCurves.ts';
import { shuffleRuns } from '../../src/exercises/judges/experiment/diagnose.ts';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import { visit } from './reader.ts';

/** An exercise of an open page, once it can be answered. */
async function ready(page: Page, id: string): Promise<Locator> {
  const exercise = page.locator(`#exercise-${id}`);
  await exercise.scrollIntoViewIfNeeded();
  await page.locator(`#exercise-${id}[data-ready]`).waitFor();
  return exercise;
}

/** The recorded runs that an exercise holds. */
const runsOf = async (exercise: Locator) =>
  (
    JSON.parse((await exercise.locator('[data-props]').textContent()) ?? '') as {
      files: { runs: RunRecord[] };
    }
  ).files.runs;

const isSolved = (exercise: Locator) =>
  exercise.locator('[data-state-of][data-progress="solved"]').waitFor();

/** Waits until what the page says of the exercise, beside its title, is written to the device. */
async function reloaded(page: Page, id: string): Promise<Locator> {
  await page.reload();
  return ready(page, id);
}

async function expectNoViolations(page: Page, ...ids: string[]): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(ids.map((id) => `#exercise-${id}`).join(', '))
    .analyze();
  expect(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)).toEqual([]);
}

test('mathematics: typed, read, wrong with a reason, right, and kept', async () => {
  const page = await visit('gradients/');
  const exercise = await ready(page, 'addition-gradient');
  const box = (name: string) => exercise.getByRole('textbox', { name });
  const question = (name: string) =>
    exercise.locator('.question').filter({ has: page.getByRole('textbox', { name }) });
  const verdict = (name: string) => question(name).locator('.verdict').innerText();

  await box('One block').fill("F'(x) + x");
  expect(await question('One block').locator('.reading math').getAttribute('aria-label')).toBe(
    'F′(x) + x',
  );
  await box('One block').press('Enter');
  expect(await verdict('One block')).toMatch(/^Not yet\. .*kept x itself/);
  expect(await exercise.getByRole('status').allInnerTexts()).toContainEqual(
    expect.stringContaining('kept x itself'),
  );
  await box('Two blocks in a row').fill('(1 + a)(1 + b');
  await question('Two blocks in a row').getByRole('button', { name: 'Check' }).click();
  expect(await verdict('Two blocks in a row')).toMatch(/Can’t read this.*never closed/);
  await expectNoViolations(page, 'addition-gradient');

  const answers = {
    'One block': '1 + dF/dx',
    'Two blocks in a row': '1+a+b+ab',
    'Ten blocks in a row': '(1+a)¹⁰',
    'In numbers': '1.1^10',
    'A factor on the shortcut': '(k + a)^10',
    'What is left': '35 %',
  };
  for (const [name, text] of Object.entries(answers)) {
    await box(name).fill(text);
    await box(name).press('Enter');
    expect(await verdict(name)).toMatch(/^Right\. /);
  }
  await isSolved(exercise);

  await reloaded(page, 'addition-gradient');
  await expect.poll(() => box('Ten blocks in a row').inputValue()).toBe('(1+a)¹⁰');
  await isSolved(exercise);
});

test('order: by buttons, arrow keys and the pointer; a wrong order is told why', async () => {
  const page = await visit('transformers/');
  const exercise = await ready(page, 'pre-activation');
  const listOf = (name: string) => exercise.getByRole('list', { name });
  const questionOf = (name: string) =>
    exercise.locator('.question').filter({ has: page.getByRole('list', { name }) });
  const list = listOf('The original block');
  const cards = () => list.getByRole('listitem').allInnerTexts();
  const question = questionOf('The original block');

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
  await grip.scrollIntoViewIfNeeded();
  await list.getByRole('listitem').last().scrollIntoViewIfNeeded();
  const from = (await grip.boundingBox())!;
  const to = (await list.getByRole('listitem').last().boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
  expect((await cards()).at(-1)).toBe('ReLU');

  await question.getByRole('button', { name: 'Check the order' }).click();
  expect(await question.locator('.verdict').innerText()).toMatch(/^Not yet\. .{20}/);
  await expectNoViolations(page, 'pre-activation');

  const wanted = {
    'The original block': ['3×3', 'Batch', 'ReLU', '3×3', 'Batch', 'Add', 'ReLU'],
    'The pre-activation block': ['Batch', 'ReLU', '3×3', 'Batch', 'ReLU', '3×3', 'Add'],
  };
  for (const [name, order] of Object.entries(wanted)) {
    const one = listOf(name);
    for (const [place, start] of order.entries()) {
      const at = (await one.getByRole('listitem').allInnerTexts()).findIndex(
        (text, i) => i >= place && text.startsWith(start),
      );
      const up = one.getByRole('listitem').nth(at).getByRole('button').first();
      await up.focus();
      for (let i = at; i > place; i--) await page.keyboard.press('Enter');
    }
    const holder = questionOf(name);
    await holder.getByRole('button', { name: 'Check the order' }).click();
    expect(await holder.locator('.verdict').innerText()).toMatch(/^Right\. /);
  }
  await exercise.getByRole('button', { name: 'In the pre-activation network' }).click();
  await exercise.getByRole('button', { name: 'Batch norm and ReLU come before' }).click();
  await isSolved(exercise);
});

test('experiments are answered with the recording where there is no run', async () => {
  const page = await visit('degradation/');
  const predict = await ready(page, 'plain-versus-residual');
  const row = (label: string) => predict.getByRole('group', { name: label });
  expect(await predict.getByText('You are looking at').count()).toBe(0);
  await row('Your prediction: plain').getByRole('button', { name: 'lower' }).click();
  await row('Your prediction: residual').getByRole('button', { name: 'same' }).click();
  await predict.getByRole('button', { name: 'Now show me' }).click();
  expect(await predict.getByText('You are looking at').innerText()).toContain('the recorded runs');
  await row('What you see: plain').getByRole('button', { name: 'higher' }).click();
  expect(await predict.locator('.verdict:visible').first().innerText()).toMatch(
    /^Right\. plain-56 .* You had predicted: it ends lower\./,
  );
  await row('What you see: residual').getByRole('button', { name: 'same' }).click();
  await predict.getByRole('button', { name: 'overfits' }).click();
  await isSolved(predict);

  const curves = await ready(page, 'read-a-curve');
  const [run] = await runsOf(curves);
  const right = shuffleCurves(run!);
  for (const { letter, network } of right)
    await curves.getByRole('combobox', { name: letter }).selectOption(network.id);
  await curves.getByRole('combobox').first().selectOption(right.at(-1)!.network.id);
  await curves.getByRole('button', { name: 'Check' }).click();
  expect(await curves.locator('[data-verdict="right"]').count()).toBe(3);
  await curves.getByRole('combobox').first().selectOption(right[0]!.network.id);
  await curves.getByRole('button', { name: 'Check' }).click();
  await isSolved(curves);

  const design = await ready(page, 'design-an-ablation');
  await design.getByRole('button', { name: 'Judge the design' }).click();
  expect(await design.locator('[data-verdict="wrong"]').count()).toBe(4);
  for (const [name, value] of [
    ['layers of network 1', '56'],
    ['batch norm of network 1', 'with'],
    ['learning rate of network 2', '0.05'],
  ] as const)
    await design.getByRole('combobox', { name }).selectOption(value);
  await design.getByRole('button', { name: 'Training error' }).click();
  await design.getByRole('button', { name: 'Three' }).click();
  await design.getByRole('button', { name: 'Judge the design' }).click();
  expect(await design.locator('[data-verdict="right"]').count()).toBe(4);
  await design.getByRole('button', { name: 'is not enough' }).click();
  await isSolved(design);
  await expectNoViolations(page, 'plain-versus-residual', 'read-a-curve', 'design-an-ablation');

  // The link opens the lab with the very experiment.
  await design.getByRole('link', { name: 'Open this experiment in the lab' }).click();
  await page.locator('figure[data-widget="degradation-lab"][data-ready]').waitFor();
  expect(new URL(page.url()).search).toContain('depths=56-56');
});

test('a run of the reader’s own takes the place of the recording', async () => {
  const page = await visit('degradation/');
  // A short run of the lab's four networks, kept as the lab keeps it.
  const curves = await ready(page, 'read-a-curve');
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
});

test('diagnoses: a wrong one is answered from the run’s own data', async () => {
  const page = await visit('batchnorm/');
  const exercise = await ready(page, 'diagnose-a-run');
  const runs = shuffleRuns(await runsOf(exercise));
  const box = (letter: string) =>
    exercise.getByRole('listitem').filter({ hasText: `Run ${letter}` });
  const [{ letter, run }] = runs as [(typeof runs)[number]];
  const wrong = run.networks[0]!.id === 'rate-too-low' ? 'few-pictures' : 'rate-too-low';
  await box(letter).getByRole('combobox').selectOption(wrong);
  expect(await box(letter).locator('.verdict').innerText()).toMatch(/^Not yet\. .*\d/);
  for (const one of runs)
    await box(one.letter).getByRole('combobox').selectOption(one.run.networks[0]!.id);
  await isSolved(exercise);
  await expectNoViolations(page, 'diagnose-a-run');
});

test('a reflection opens its model answer after enough words, and then the reader judges', async () => {
  const page = await visit('degradation/');
  const exercise = await ready(page, 'explain-degradation');
  const notes = exercise.getByRole('textbox', { name: 'Your notes' });
  const show = exercise.getByRole('button', { name: 'Show the model answer' });
  await notes.fill('A deep network could copy a shallow one.');
  expect(await show.getAttribute('aria-disabled')).toBe('true');
  await notes.fill('It could copy the shallow one, and yet it does worse. '.repeat(4));
  await show.click();
  await exercise.getByRole('button', { name: 'Show it' }).click();
  await exercise.locator('p:visible', { hasText: 'You have a network of 20 layers' }).waitFor();
  for (const box of await exercise.getByRole('checkbox').all()) await box.check();
  await isSolved(exercise);
  await expectNoViolations(page, 'explain-degradation');
  await reloaded(page, 'explain-degradation');
  await expect.poll(() => notes.inputValue()).toContain('It could copy');
});
