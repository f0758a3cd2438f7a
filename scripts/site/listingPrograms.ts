import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { chapter } from '../../content/chapter.ts';
import type { Program } from '../../src/exercises/listings/program.ts';

const content = path.resolve(import.meta.dirname, '../../content');
const name = 'virtual:listings';

/** Offers `virtual:listings`: the chapter's programs in Python, in order. */
export function listingPrograms(): Plugin {
  return {
    name: 'listing-programs',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const files = chapter.lessons.map(({ file }) => path.join(content, `lessons/${file}.mdx`));
      for (const file of [...files, given]) this.addWatchFile(file);
      return `export default ${JSON.stringify(readPrograms())};`;
    },
  };
}

const given = path.join(content, 'listings.py');

/** What the listings take for granted, each cell before its lesson, and the lessons' listings in Python. */
export function readPrograms(): Program[] {
  const cells = readCells(readFileSync(given, 'utf8'));
  const everywhere = cells.filter(({ lesson }) => lesson === everyLesson);
  const lessons = chapter.lessons.flatMap(({ id, file }) => [
    ...cells.filter(({ lesson }) => lesson === id),
    ...readListings(readFileSync(path.join(content, `lessons/${file}.mdx`), 'utf8'), id),
  ]);
  return [...everywhere, ...lessons];
}

const everyLesson = 'everywhere';

/** The cells of a file, each headed `# %% lesson`. */
function readCells(text: string): Program[] {
  const [, ...parts] = text.split(/^# %% (.+)$/m);
  return parts.flatMap((lesson, i) =>
    i % 2 === 0 ? [{ lesson, code: (parts[i + 1] ?? '').trim(), isGiven: true }] : [],
  );
}

function readListings(mdx: string, lesson: string): Program[] {
  const blocks = mdx.matchAll(/^```python.*\n([^]*?)^```$/gm);
  return [...blocks].map(([, code = '']) => ({ lesson, code: code.trim(), isGiven: false }));
}
