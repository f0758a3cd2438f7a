import { expect, test } from 'vitest';
import outline from '../../content/outline.json';
import { renderPage, sitePages } from '../../src/pages/render.tsx';

interface Item {
  item: string;
  lesson: string;
  /** The id of the heading whose section covers the item. */
  place?: string;
  /** The exercise that covers it. */
  exercise?: string;
  /** What the section's text, code, equations or drawings must hold. */
  says: string[];
}

test.each(outline as Item[])(
  'the outline’s "$item" is in the lesson $lesson',
  async ({ lesson, place, exercise, says }) => {
    const page = sitePages.find(({ path }) => path === `${lesson}/`);
    expect(page).toBeDefined();
    const { body } = await renderPage(page!);
    const section = place
      ? body.match(new RegExp(`<h[23] id="${place}"[^>]*>[^]*?(?=<h2|$)`))
      : body.match(new RegExp(`<section[^>]* id="(?:exercise-)?${exercise}"[^]*?</section>`));
    expect(section, place ?? exercise).not.toBeNull();
    for (const words of says) expect(readable(section![0])).toContain(words);
  },
);

/** Text, code, TeX and the openings of drawings, without other tags; typesetter's quotes stay. */
function readable(html: string): string {
  return html
    .replaceAll(/<(?!svg)[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
