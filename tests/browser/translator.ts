import type { Page } from 'playwright';
import { visit } from './reader.ts';

declare global {
  interface Window {
    /** Does to the page's texts what a browser's translator does: <font><font>⟦text⟧</font></font>. */
    translate(): void;
  }
}

const translator = `window.translate = () => {
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

/** Opens a page whose texts can be translated, and collects its faults. */
export async function openForTranslator(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await visit(path);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.evaluate(translator);
  return { page, faults };
}

/** A page's words without the translator's marks. */
export const untranslated = (text: string) => text.replaceAll(/[⟦⟧]/g, '');
