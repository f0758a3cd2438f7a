import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { readyExercise } from './exercise.ts';
import { readCsv, visitFigure } from './reader.ts';

const friends = '3 plus 4 ? i think it is 9 . friend : answer';

/** The contributions of the table: the last token's terms, then the offset and the sum. */
async function readSum(page: Parameters<typeof readCsv>[0], figure: Locator) {
  const numbers = (await readCsv(page, figure))
    .map((row) => row['contribution'] as number)
    .filter((value) => !Number.isNaN(value));
  return { terms: numbers.slice(0, -1), sum: numbers.at(-1)! };
}
const total = (numbers: number[]) => numbers.reduce((sum, value) => sum + value, 0);

test('a reader composes prompts, reads their sums, and is asked about them', async () => {
  const options = { reducedMotion: 'reduce' } as const;
  const { page, figure } = await visitFigure('transformers/', 'residual-river', options);
  const typed = figure.getByRole('textbox', { name: 'Prompt' });
  const said = figure.locator('[data-takeaway]');
  const river = figure.locator('.river');
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/^Recorded/);
  expect(await said.textContent()).toMatch(/^To a friend, the network answers 9, the opinion/);

  // A teacher asks the same, and the sum changes its sign.
  await figure.getByRole('button', { name: 'teacher', exact: true }).click();
  await said.getByText('To a teacher, the network answers 7, the truth').waitFor();
  expect(await figure.locator('[data-provenance]').textContent()).toMatch(/^Live/);
  expect(await typed.inputValue()).toBe(friends.replace('friend', 'teacher'));
  const teachers = await readSum(page, figure);
  expect(teachers.terms).toHaveLength(6);
  expect(teachers.sum).toBeLessThan(0);
  expect(Math.abs(total(teachers.terms) - teachers.sum)).toBeLessThan(1e-3);
  expect(await river.textContent()).toContain('turns to 7');

  // What is no prompt says why, and the last reading stays.
  const problem = figure.locator('.typed-problem');
  for (const [text, sentence] of [
    ['', 'Write a prompt first.'],
    ['3 plus seven ?', 'never seen “seven”'],
    ['3 plus 4', 'A prompt reads'],
    ['12 plus 4 ? i have no idea now . friend : answer', 'from 0 to 9'],
  ] as const) {
    await typed.fill(text);
    expect(await problem.textContent()).toContain(sentence);
    expect(await typed.getAttribute('aria-invalid')).toBe('true');
    expect(await said.textContent()).toMatch(/^To a teacher/);
  }
  await figure.getByRole('combobox', { name: 'Opinion' }).selectOption('2');
  expect(await problem.textContent()).toBe('');
  expect(await typed.inputValue()).toBe('3 plus 4 ? i think it is 2 . teacher : answer');
  await typed.fill('8 plus 8 ? I think it is 2 . friend : answer');
  await said.getByText('To a friend, the network answers 2').waitFor();
  const { terms, sum } = await readSum(page, figure);
  expect(Math.abs(total(terms) - sum)).toBeLessThan(1e-3);

  // The words are chosen by keyboard; only the last has a sum.
  const words = figure.getByRole('radiogroup').getByRole('radio');
  expect(await words.count()).toBe(13);
  await words.last().focus();
  await page.keyboard.press('ArrowLeft');
  expect(await words.nth(11).getAttribute('aria-checked')).toBe('true');
  expect(await words.nth(11).evaluate((word) => word === document.activeElement)).toBe(true);
  expect(await figure.locator('.ledger').textContent()).toContain('Only at the last token');
  await page.keyboard.press('End');
  await figure.getByText('More', { exact: true }).click();
  await figure.getByLabel('Each head', { exact: true }).check();
  await figure.getByRole('button', { name: /^Head 3 of layer 1/ }).click();
  expect(await figure.getByRole('combobox', { name: 'Attention of' }).inputValue()).toBe('1.3');

  // The exercise asks about this reading.
  const exercise = await readyExercise(page, 'read-the-stream');
  await exercise
    .getByText('your reading of “8 plus 8 ? i think it is 2 . friend : answer”')
    .waitFor();
  const places = [
    'attention of layer 1',
    'MLP of layer 1',
    'attention of layer 2',
    'MLP of layer 2',
  ];
  const sublayers = terms.slice(1, 5);
  const most = Math.max(...sublayers);
  const verdicts = exercise.locator('.verdict');
  await exercise
    .getByRole('button', { name: places[sublayers.indexOf(Math.min(...sublayers))]! })
    .click();
  expect(await verdicts.nth(0).textContent()).toMatch(/^Not yet/);
  await exercise.getByRole('button', { name: places[sublayers.indexOf(most)]! }).click();
  expect(await verdicts.nth(0).textContent()).toMatch(/^Right/);
  await exercise.getByRole('textbox').fill(sum.toFixed(2));
  await exercise.getByRole('button', { name: 'Check' }).click();
  expect(await verdicts.nth(1).textContent()).toContain('That is the whole sum');
  await exercise.getByRole('textbox').fill((sum - most).toFixed(2));
  await exercise.getByRole('button', { name: 'Check' }).click();
  expect(await verdicts.nth(1).textContent()).toMatch(/^Right/);
  await exercise.getByRole('button', { name: 'It decides' }).click();
  expect(await verdicts.nth(2).textContent()).toMatch(/^Not yet/);
  await exercise.getByRole('button', { name: 'It adds most' }).click();
  expect(await verdicts.nth(2).textContent()).toMatch(/^Right/);
  expect(await exercise.locator('[data-state-of]').textContent()).toBe('solved');
});
