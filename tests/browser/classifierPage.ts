import type { Locator, Page } from 'playwright';
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

/** Their probabilities in percent. */
export async function readShares(figure: Locator): Promise<number[]> {
  const texts = await figure.locator('.guess-share').allTextContents();
  return texts.map(parseFloat);
}

/** What PyTorch answers to a sample: the five usual names, and their probabilities in percent. */
export function goldenOf(goldens: { file: string; top5: (string | number)[][] }[], file: string) {
  const { top5 } = goldens.find((one) => one.file === file)!;
  return {
    names: top5.map(([name]) => String(name).split(', ')[0]),
    shares: top5.map(([, probability]) => 100 * Number(probability)),
  };
}

/**
 * Drops a file on the picture's place, as from the desktop.
 * @param share the share of a gzipped file's content to drop, from its beginning; without it, `body` as it is
 */
export async function drop(
  page: Page,
  figure: Locator,
  name: string,
  body: Buffer | string,
  { type = '', share = NaN } = {},
) {
  const base64 = Buffer.from(body).toString('base64');
  const transfer = await page.evaluateHandle(
    async (given) => {
      let content = await (await fetch(`data:;base64,${given.base64}`)).blob();
      if (given.share > 0) {
        const unpacked = content.stream().pipeThrough(new DecompressionStream('gzip'));
        const whole = await new Response(unpacked).blob();
        content = whole.slice(0, given.share * whole.size);
      }
      const data = new DataTransfer();
      data.items.add(new File([content], given.name, { type: given.type }));
      return data;
    },
    { base64, name, type, share },
  );
  await figure.locator('[data-drop]').dispatchEvent('drop', { dataTransfer: transfer });
}

/** Drops what a browser hands over when a picture is dragged out of another page. */
export async function dropAddress(figure: Locator, types: Record<string, string>) {
  const dataTransfer = await figure.page().evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(given)) data.setData(type, text);
    return data;
  }, types);
  await figure.locator('[data-drop]').dispatchEvent('drop', { dataTransfer });
}
