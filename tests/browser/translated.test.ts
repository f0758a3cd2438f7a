import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { readyFigure, visit } from './reader.ts';
import { openForTranslator, untranslated } from './translator.ts';

/**
 * Uses every control of a figure, one after the other, and returns what the figure said after each: its worker says
 * nothing meanwhile. With a translator that comes back after each.
 */
async function useControls(page: Page, name: string, isTranslated: boolean): Promise<string[]> {
  const figure = await readyFigure(page, name);
  return figure.evaluate(async (frame, isTranslated) => {
    const said: string[] = [];
    const look = async () => {
      // React draws before the next task.
      await new Promise((done) => setTimeout(done));
      said.push(frame.querySelector('[data-island]')?.textContent ?? '');
      if (isTranslated) window.translate();
    };
    const set = (control: Element, value: string, event: string) => {
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')!;
      set!.call(control, value);
      control.dispatchEvent(new Event(event, { bubbles: true }));
    };
    window.Worker = class extends EventTarget {
      postMessage() {}
      terminate() {}
    } as unknown as typeof Worker;
    if (isTranslated) window.translate();
    for (const select of frame.querySelectorAll<HTMLSelectElement>('select:enabled'))
      for (const { value } of [...select.options]) {
        set(select, value, 'change');
        await look();
      }
    for (const slider of frame.querySelectorAll<HTMLInputElement>('input[type=range]:enabled'))
      for (const value of [slider.min, slider.max]) {
        set(slider, value, 'input');
        await look();
      }
    const others =
      'summary, [role=tab], [role=option], .prediction button, input:is([type=checkbox], [type=radio])';
    for (const one of frame.querySelectorAll<HTMLElement>(others)) {
      if (!one.isConnected) continue;
      one.click();
      await look();
    }
    const resets = [...frame.querySelectorAll('button')].filter((one) =>
      /Reset/.test(one.textContent),
    );
    resets[0]?.click();
    await look();
    return said;
  }, isTranslated);
}

const figures = [
  ['degradation/', 'degradation-lab'],
  ['degradation/', 'learn-to-copy'],
  ['residual/', 'block-machine'],
  ['block/', 'code-and-drawing'],
  ['downsampling/', 'shape-workshop'],
  ['batchnorm/', 'layer-histogram'],
  ['resnet34/', 'network-strip'],
  ['resnet34/', 'lesion-study'],
  ['gradients/', 'gradient-thermometer'],
  ['gradients/', 'paths'],
  ['transformers/', 'depth-timeline'],
] as const;

test.each(figures)('on %s, %s says the same when it is translated', async (path, name) => {
  const [{ page, faults }, { page: twin }] = await Promise.all([
    openForTranslator(path),
    openForTranslator(path),
  ]);
  // Most figures are not awake yet. Between any two of the page's tasks the translator may come.
  await page.evaluate((name) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      window.translate();
      if (document.querySelector(`[data-widget="${name}"]:not([data-ready])`))
        port2.postMessage('');
    };
    port2.postMessage('');
  }, name);
  const [said, expected] = await Promise.all([
    useControls(page, name, true),
    useControls(twin, name, false),
  ]);
  expect(said.map(untranslated)).toEqual(expected);
  expect(said.length).toBeGreaterThan(1);
  expect(said.join()).toContain('⟦');
  expect(faults).toEqual([]);
});

/** Lets a page's observers see what was done before. */
const seen = 'new Promise((done) => setTimeout(done))';

/** Three texts beside each other on the page, as React holds them, and what takes one out. */
async function openTexts(): Promise<Page> {
  const { page } = await openForTranslator('glossary/');
  await page.evaluate(`
    window.place = document.body.appendChild(document.createElement('p'));
    window.texts = ['step ', '1', ' of 9'].map((text) => document.createTextNode(text));
    place.append(...texts);
    window.toFont = (words) => Object.assign(document.createElement('font'), { textContent: words });
  `);
  await page.evaluate(seen);
  return page;
}

const shown = (page: Page) => page.evaluate('place.textContent');

test('a text is the newest, however its translation was put in', async () => {
  const page = await openTexts();
  // Replaced; put in, and the text taken out afterwards; one translation for two texts.
  await page.evaluate(`texts[0].replaceWith(toFont('Schritt '));
    texts[1].before(toFont('eins von neun')); texts[1].remove(); texts[2].remove();`);
  await page.evaluate(seen);
  expect(await shown(page)).toBe('Schritt eins von neun');
  await page.evaluate(`texts[1].nodeValue = '2'`);
  await page.evaluate(seen);
  expect(await shown(page)).toBe('Schritt 2 of 9');
  // Into another language.
  await page.evaluate(`place.firstChild.replaceWith(toFont('étape '));`);
  await page.evaluate(seen);
  await page.evaluate(`texts[0].nodeValue = 'picture '`);
  await page.evaluate(seen);
  expect(await shown(page)).toBe('picture 2 of 9');
});

test('a text can be removed, moved and inserted before at once, and nothing is left of it', async () => {
  const page = await openTexts();
  await page.evaluate(`for (const text of texts) text.replaceWith(toFont('[' + text.data + ']'));
    place.removeChild(texts[1]);`);
  expect(await shown(page)).toBe('[step ][ of 9]');
  await page.evaluate(`place.insertBefore(document.createTextNode('at '), texts[2]);`);
  expect(await shown(page)).toBe('[step ]at  of 9');
  await page.evaluate(`place.appendChild(texts[0]);`);
  expect(await shown(page)).toBe('at  of 9step ');
  await expect(page.evaluate(`place.removeChild(texts[1]);`)).rejects.toThrow(/not a child/);
});

test('a translation that was under way when its text changed does not stay', async () => {
  const page = await openTexts();
  await page.evaluate(`texts[1].nodeValue = '2';`);
  await page.evaluate(seen);
  await page.evaluate(`texts[1].replaceWith(toFont('eins'));`);
  await page.evaluate(seen);
  expect(await shown(page)).toBe('step 2 of 9');
});

test('equations and code are marked as not to be translated', async () => {
  const page = await visit('residual/');
  for (const path of ['residual/', 'block/', 'resnet34/', 'claims/', 'instructors/']) {
    await page.goto(new URL(path, inject('siteUrl')).href);
    const unmarked = await page
      .locator('.katex, pre, code, .code-lines')
      .evaluateAll((all) => all.filter((one) => !one.closest('[translate="no"]')).length);
    expect(unmarked, path).toBe(0);
  }
  await page.goto(new URL('residual/', inject('siteUrl')).href);
  expect(await page.locator('[translate="no"].katex').count()).toBeGreaterThan(3);
});
