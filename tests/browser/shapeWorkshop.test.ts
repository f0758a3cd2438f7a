import { expect, test } from 'vitest';
import { visitFigure } from './reader.ts';

const mismatch =
  'RuntimeError: The size of tensor a (28) must match the size of tensor b (56) at non-singleton dimension 3';

test('a forgotten projection fails as in PyTorch until the shortcut fits', async () => {
  const { page, figure } = await visitFigure('downsampling/', 'shape-workshop');
  const error = figure.locator('[data-error]');
  const takeaway = figure.locator('[data-takeaway]');
  expect(await error.innerText()).toBe(mismatch);
  expect(await takeaway.innerText()).toContain('option A or B with stride 2 and 128 channels out');

  // The prediction's choice sets the stride, and PyTorch's next complaint decides it.
  const prediction = figure.locator('[data-prediction]');
  await prediction.getByRole('button', { name: 'No: the maps’ sizes differ' }).click();
  await prediction.getByText('dimension 1: 128 channels against 64.').waitFor();
  expect(await prediction.innerText()).toMatch(/^Your prediction\. [^]*Not as you predicted\./);
  expect(await error.innerText()).toContain('must match the size of tensor b (64)');
  await figure.getByRole('button', { name: 'Forgotten projection' }).click();

  // Mended by keyboard alone.
  await figure.getByRole('combobox', { name: 'Option' }).focus();
  await page.keyboard.press('B');
  await figure.getByText('y.shape == torch.Size([2, 128, 28, 28])').waitFor();
  expect(await takeaway.innerText()).toContain('230,144 parameters');
  const shortcut = figure.getByRole('group', { name: 'Shortcut' });
  await shortcut.getByLabel('Stride').focus();
  await page.keyboard.press('ArrowDown');
  expect(await error.innerText()).toBe(mismatch);

  await figure.getByRole('button', { name: 'conv2 left as it was' }).click();
  expect(await error.innerText()).toContain('weight of size [64, 64, 3, 3]');
  await figure.getByRole('group', { name: 'conv2' }).getByLabel('In', { exact: true }).fill('128');
  expect(await error.innerText()).toContain('must match');

  const size = figure.getByLabel('Height and width');
  await size.fill('');
  expect(await size.getAttribute('aria-invalid')).toBe('true');
  await figure.getByText('Input: Height and width must be a whole number from 1 to 512.').waitFor();

  await figure.getByRole('button', { name: 'Identity block' }).click();
  await figure.getByText('Data table').click();
  const last = figure.getByRole('row').last();
  expect(await last.innerText()).toMatch(/73,984/);
});
