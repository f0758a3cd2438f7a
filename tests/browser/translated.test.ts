import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { readyFigure, visit } from './reader.ts';

/** What a browser's translator does to a page's texts: <font><font>⟦text⟧</font></font>. */
const translate = `window.translate = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement.closest('script,style,svg,font,code,[translate=no]')) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.append('⟦' + text.data + '⟧');
    outer.append(inner);
    text.replaceWith(outer);
  }
};`;

declare global {
  interface Window {
    translate(): void;
  }
}

/** Opens a page; its faults are collected, and what React has to repair is one. */
async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await visit(path);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.evaluate(translate);
  return { page, faults };
}

/** A page's words as they were before a translator marked them. */
const plain = (text: string) => text.replaceAll(/[⟦⟧]/g, '');

/**
 * Uses every control of a figure that computes nothing, one after the other, and returns what the figure said after
 * each. With a translator that comes back after each.
 */
async function useControls(page: Page, name: string, isTranslated: boolean): Promise<string[]> {
  const figure = await readyFigure(page, name);
  return figure.evaluate(async (frame, isTranslated) => {
    const said: string[] = [];
    const look = async () => {
      // React draws before the next task.
      await new Promise((done) => setTimeout(done));
      said.push(frame.textContent);
      if (isTranslated) window.translate();
    };
    const set = (control: Element, value: string, event: string) => {
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')!;
      set!.call(control, value);
      control.dispatchEvent(new Event(event, { bubbles: true }));
    };
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
  const [{ page, faults }, { page: twin }] = await Promise.all([open(path), open(path)]);
  // Most figures are not awake yet.
  await page.evaluate('translate()');
  const [said, expected] = await Promise.all([
    useControls(page, name, true),
    useControls(twin, name, false),
  ]);
  expect(said.map(plain)).toEqual(expected);
  expect(said.length).toBeGreaterThan(1);
  expect(said.join()).toContain('⟦');
  expect(faults).toEqual([]);
});
