import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const content = new URL('../../content/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, content), 'utf8');
const lessons = readdirSync(new URL('lessons/', content)).map((file) => read(`lessons/${file}`));

/** [key, fields] of every entry. */
const entries = read('references.bib')
  .split(/^@\w+\{/m)
  .slice(1)
  .map((entry) => [entry.slice(0, entry.indexOf(',')), entry] as const);

test.each(entries)('%s has an address to read it at, and a lesson that cites it', (key, entry) => {
  expect(entry).toMatch(/^ {2}url = \{https:\/\/\S+\}$/m);
  const cited = new RegExp(`@${key}(?![\\w])`);
  expect(lessons.some((lesson) => cited.test(lesson))).toBe(true);
});

test('no two sources share their first author and year, or a citation would not say which is meant', () => {
  const labels = entries.map(([, entry]) => {
    const [, author] = /author = \{([^,}]+)/.exec(entry) ?? [];
    const [, year] = /year = \{(\d{4})/.exec(entry) ?? [];
    return `${author} ${year}`;
  });
  expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
});
