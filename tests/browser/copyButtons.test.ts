import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { visit } from './reader.ts';

test('code is copied whole, and the button says so for a while', async () => {
  const page = await visit('block/', { permissions: ['clipboard-read', 'clipboard-write'] });
  const block = page.locator('.lesson > .code-block').first();
  const button = block.getByRole('button', { name: 'Copy this Python' });
  await button.focus();
  await page.keyboard.press('Enter');
  await block.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim()).toBe((await block.locator('code').textContent())?.trim());
  expect(copied).toMatch(/^import torch\nimport/);
  await button.waitFor();
});

test('where the clipboard is refused, the code is selected and a sentence says what to do', async () => {
  const page = await visit('block/', { viewport: { width: 390, height: 844 } });
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const block = page.locator('.lesson > .code-block').first();
  await block.getByRole('button', { name: 'Copy this Python' }).click();
  expect(await block.getByRole('status').innerText()).toMatch(
    /The code is selected: press Ctrl\+C/,
  );
  const selected = await page.evaluate(() => getSelection()?.toString().trim());
  expect(selected).toBe((await block.locator('code').innerText()).trim());
});

test('the button never covers code, nor does it move the code when it comes', async () => {
  const phone = { viewport: { width: 390, height: 844 } };
  const page = await visit('block/', phone);
  await page.locator('.code-bar button').first().waitFor();
  const gaps = await page.locator('.lesson > .code-block').evaluateAll((blocks) =>
    blocks.map((block) => {
      const bottoms = [...block.querySelectorAll('.code-bar > button')].map(
        (button) => button.getBoundingClientRect().bottom,
      );
      const { top = 0 } = block.querySelector('pre')?.getBoundingClientRect() ?? {};
      return top - Math.max(...bottoms);
    }),
  );
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
  const heights = (one: Page) =>
    one
      .locator('.lesson > .code-block')
      .evaluateAll((all) => all.map((block) => block.getBoundingClientRect().height));
  const without = await visit('block/', { ...phone, javaScriptEnabled: false });
  expect(await heights(page)).toEqual(await heights(without));
});
