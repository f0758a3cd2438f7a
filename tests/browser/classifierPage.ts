import type { Locator } from 'playwright';
import { expect } from 'vitest';
import { visit } from './reader.ts';

/** The classifier of lesson 6, ready to be used. */
export async function visitClassifier(query = '') {
  const page = await visit(`resnet34/${query}`);
  const figure = page.locator('figure[data-widget="classifier"]');
  await figure.scrollIntoViewIfNeeded();
  await page.locator('figure[data-widget="classifier"][data-ready]').waitFor();
  return { page, figure };
}

/** Waits until the picture has its answer, and fails with what the page says if it has none. */
export async function waitForAnswer(figure: Locator): Promise<void> {
  await figure.locator('[data-phase="answered"], [data-phase="failed"]').waitFor();
  expect(await figure.getByRole('alert').allTextContents()).toEqual([]);
}

/** The five names on the page, the first first. */
export async function readNames(figure: Locator): Promise<string[]> {
  const names = await figure.locator('[data-guess]').all();
  return Promise.all(names.map(async (name) => (await name.getAttribute('data-guess')) ?? ''));
}
