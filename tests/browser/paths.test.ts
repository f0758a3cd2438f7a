import { expect, test } from 'vitest';
import { visitFigure } from './reader.ts';

test('the peak moves when the branches grow, by mouse and by keyboard', async () => {
  const { page, figure } = await visitFigure('gradients/', 'paths');
  const takeaway = figure.locator('[data-takeaway]');
  expect(await takeaway.innerText()).toContain(
    'the largest share comes along those through 0 or 1',
  );
  await figure.getByText('Data table').click();
  const row = figure.getByRole('rowheader', { name: '2', exact: true }).locator('..');
  expect(await row.innerText()).toMatch(/45\s+4\s%\s+0\.010\s+17\s%/);

  await figure.getByRole('button', { name: '110 layers' }).click();
  expect(await takeaway.innerText()).toMatch(/through 27 are .* those through 10 or 11\./);
  await figure.getByRole('slider', { name: 'Branch factor, r' }).focus();
  for (let press = 0; press < 15; press++) await page.keyboard.press('ArrowRight');
  expect(await takeaway.innerText()).toMatch(/most numerous paths, through 27/);
  await figure.getByRole('slider', { name: 'Blocks, n' }).focus();
  await page.keyboard.press('Home');
  await figure.getByText('There are 2 paths').waitFor();
});
