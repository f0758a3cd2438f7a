import { expect, test } from 'vitest';
import { visitFigure } from './reader.ts';

test('the peak moves when the branches grow, by mouse and by keyboard', async () => {
  const { page, figure } = await visitFigure('gradients/', 'paths');
  const takeaway = figure.locator('[data-takeaway]');
  expect(await takeaway.innerText()).toContain(
    'the largest share of the gradient comes by those of length 0 and 1',
  );
  await figure.getByText('Data table').click();
  const row = figure.getByRole('rowheader', { name: '2', exact: true }).locator('..');
  expect(await row.innerText()).toMatch(/45\s+4\s%\s+0\.010\s+17\s%/);

  await figure.getByRole('button', { name: '110 layers' }).click();
  expect(await takeaway.innerText()).toMatch(/length 27, but .* by those of length 10 and 11\./);
  await figure.getByRole('slider', { name: 'Branch factor, r' }).focus();
  for (let press = 0; press < 15; press++) await page.keyboard.press('ArrowRight');
  expect(await takeaway.innerText()).toMatch(/most numerous, at length 27/);
  await figure.getByRole('slider', { name: 'Blocks, n' }).focus();
  await page.keyboard.press('Home');
  await figure.getByText('There are 2 paths').waitFor();
});
