import { expect, test } from 'vitest';
import { unbroken } from '../../src/lib/format.ts';
import { visit, visitFigure } from './reader.ts';

test('a line lights up its part with its shape, and a part its lines', async () => {
  const { page, figure } = await visitFigure('block/', 'code-and-drawing');
  const takeaway = figure.locator('[data-takeaway]');
  const python = figure.getByRole('listbox', { name: 'The lines in PyTorch' });
  const lit = python.locator('[aria-selected="true"]');

  await python.getByRole('option', { name: 'out = self.conv1(x)' }).hover();
  expect(await takeaway.innerText()).toMatch(/3 × 3 neighbourhood.*\[2,\s64,\s56,\s56\]/);
  const conv1 = figure.getByRole('button', { name: /^conv1/ });
  expect(await conv1.getAttribute('aria-pressed')).toBe('true');

  await figure.getByRole('button', { name: /^bn2/ }).hover();
  expect(await lit.allInnerTexts()).toEqual([
    expect.stringContaining('self.bn2 = nn.BatchNorm2d(channels)'),
    expect.stringContaining('out = self.bn2(out)'),
  ]);

  // By keyboard: the tab, its last-but-three line, and a part.
  await figure.getByRole('tab', { name: 'PyTorch' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await python.isVisible()).toBe(false);
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await takeaway.innerText()).toBe(
    unbroken('One line for shortcut, bn2, addition and ReLU. Shape after it: [2, 56, 56, 64].'),
  );
  // Past the switch that stops the values.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await takeaway.innerText()).toMatch(/^x\. The input/);

  // Like every listing, it runs.
  await figure.getByRole('tab', { name: 'PyTorch' }).click();
  await figure.getByRole('button', { name: 'Run this Python' }).click();
  await figure.getByText('Defined ResidualBlock.').first().waitFor();
});

test('on a phone a tapped line lights up its part in view', async () => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const { page, figure } = await visitFigure('block/', 'code-and-drawing', phone);
  const line = figure.getByRole('option', { name: 'def __init__(self, channels: int):' });
  await line.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  await figure.getByRole('option', { name: 'self.bn1 = nn.BatchNorm2d(channels)' }).tap();
  const part = figure.getByRole('button', { name: /^bn1\. / });
  expect(await part.getAttribute('aria-pressed')).toBe('true');
  for (const shown of [part, figure.locator('[data-takeaway]')]) {
    const box = (await shown.boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(844);
  }
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test('which lines compute nothing is asked first, and answered at once', async () => {
  const { figure } = await visitFigure('block/', 'code-and-drawing');
  await figure.getByRole('button', { name: 'identity = x and return out' }).click();
  expect(await figure.locator('.prediction-result').innerText()).toMatch(
    /^As you predicted\..*second name/,
  );
});

test('both listings can be read without JavaScript', async () => {
  const page = await visit('block/', { javaScriptEnabled: false });
  for (const name of ['The lines in PyTorch', 'The lines in TypeScript, as it runs here']) {
    expect(await page.getByRole('listbox', { name }).isVisible()).toBe(true);
  }
});
