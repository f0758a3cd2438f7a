import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import type { AnswersFile, KeptAnswer } from '../../src/contract/exercises.ts';
import { examine } from './examine.ts';
import { exerciseFile, readyEditor } from './exercise.ts';
import { visit } from './reader.ts';

const solution = exerciseFile('residual-block', 'solution.py');
const starter = exerciseFile('residual-block', 'starter.py');

/** A file as the page writes it, to be chosen. */
const fileOf = (name: string, answers: Partial<KeptAnswer>[]) => {
  const content: AnswersFile = {
    format: 'skip-connections answers 1',
    ...{ name, savedAt: '2026-11-20T12:00:00.000Z' },
    answers: answers.map((answer) => ({
      ...{ exercise: 'residual-block', version: 1, changedAt: Date.UTC(2026, 10, 3) },
      ...answer,
    })),
  };
  return asFile(`${name}.json`, JSON.stringify(content));
};
const asFile = (name: string, text: string) => ({
  ...{ name, mimeType: 'application/json' },
  buffer: Buffer.from(text),
});

test('a class’s files become a table; the checks run only when asked, and mark what a file claims wrongly', async () => {
  const page = await visit('about:blank');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(new URL('marking/', inject('siteUrl')).href);
  await page.locator('[data-answers][data-ready]').waitFor();
  const solvedAt = Date.UTC(2026, 10, 4);
  await page.locator('input[type="file"]').setInputFiles([
    fileOf('Zoë', [{ answer: starter, solvedAt, solvedWith: starter }]),
    fileOf('=Ada', [
      { answer: solution, solvedAt, solvedWith: solution },
      { exercise: 'explain-degradation', answer: { no: 'such answer' } },
      { exercise: 'gone', answer: 'Of another chapter.' },
      // Solved, the file says.
      { exercise: 'batchnorm-by-hand', answer: { mean: '7' }, solvedAt, solvedWith: { mean: '7' } },
    ]),
    asFile('bad.json', '{"format": "skip-connections answers 1", "name": 7}'),
  ]);
  await page.getByText('bad.json is damaged').waitFor();
  const table = page.getByRole('region', { name: 'Answers of the class' });
  const rows = table.locator('tbody tr');
  expect(await rows.locator('th').allInnerTexts()).toEqual([
    '=Ada\n20 November 2026',
    'Zoë\n20 November 2026',
  ]);
  const cells = table.getByRole('button');
  expect(await cells.allInnerTexts()).toEqual(['3 Nov', '4 Nov', '4 Nov', '4 Nov'].map(withState));

  await expectFaultless(page, '#main');
  // An answer is text, opened and closed by keyboard.
  await cells.last().focus();
  await page.keyboard.press('Enter');
  const opened = page.locator('.marking-open');
  await opened.locator('pre').getByText('class ResidualBlock').waitFor();
  expect(await opened.getByRole('heading', { name: 'Zoë' }).innerText()).toBe('Zoë');
  await expectFaultless(page, '.marking-open');
  await page.keyboard.press('Escape');
  expect(await cells.last().evaluate((cell) => cell.matches(':focus'))).toBe(true);
  expect(asked.filter((url) => /pyodide|python/i.test(url))).toEqual([]);

  await page.getByRole('button', { name: 'Run the checks again' }).click();
  await page.getByText('3 of 3 answers were checked again.').waitFor();
  expect(await table.locator('[data-differs]').count()).toBe(2);
  expect(await rows.last().locator('[data-differs]').innerText()).toContain('differs');
  await cells.last().click();
  await opened.getByText('The file says that it is solved; the checks do not all pass.').waitFor();
  await expectFaultless(page, '.marking-open');

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = await readFile(await (await saving).path(), 'utf8');
  const [head = '', ada = '', zoe = ''] = csv.split('\n');
  expect(head).toContain('residual-block,residual-block: when,residual-block: checked again');
  expect(ada).toMatch(/^'=Ada,'=Ada.json,2026-11-20T12:00:00.000Z,2,/);
  expect(ada).toContain('solved,2026-11-04T00:00:00.000Z,passes');
  expect(zoe).toContain('solved,2026-11-04T00:00:00.000Z,fails');
  expect(
    asked.filter((url) => !url.startsWith(inject('siteUrl')) && !url.startsWith('blob:')),
  ).toEqual([]);
});

const withState = (when: string) => (when === '3 Nov' ? `attempted,\n${when}` : `solved,\n${when}`);

/** In light, in dark and on a phone, as far as a program can tell. An opened answer lies over the page. */
async function expectFaultless(page: Page, include: string): Promise<void> {
  for (const [width, theme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 720 });
    await page.evaluate((now) => {
      document.documentElement.dataset['theme'] = now;
    }, theme);
    expect(await examine(page, { include })).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
}

test('an exercise in code is taken away with the reader’s own code and its checks', async () => {
  const page = await visit('block/');
  const { exercise, put } = await readyEditor(page, 'residual-block');
  await put('# mine\n');
  const download = async (press: () => Promise<void>) => {
    const saving = page.waitForEvent('download');
    await press();
    const saved = await saving;
    return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), 'utf8') };
  };
  const take = (name: string) =>
    download(() => exercise.getByRole('button', { name, exact: true }).click());
  const notebook = await take('Notebook');
  expect(notebook.name).toBe('residual-block.ipynb');
  expect(JSON.parse(notebook.text)).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  expect(notebook.text).toContain('# mine');
  const python = await take('Python with tests');
  expect(python.name).toBe('test_residual_block.py');
  expect(python.text).toMatch(/# mine[^]*def test_shape/);
  expect(python.text).toContain(`${inject('siteUrl')}block/#exercise-residual-block`);
});
