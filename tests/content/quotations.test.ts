import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lessons = new URL('../../content/lessons/', import.meta.url);
const source = new URL('../../src/', import.meta.url);

/** Every line of the page's own source, without its indentation. */
const lines = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(new URL(file, source), 'utf8').split('\n'))
    .map((line) => line.trim()),
);

/** The TypeScript of a lesson, line by line. */
function quoted(lesson: string): string[] {
  const text = readFileSync(new URL(lesson, lessons), 'utf8');
  return [...text.matchAll(/^```ts\n([^]*?)^```/gm)].flatMap(([, code = '']) => code.split('\n'));
}

const quoting = readdirSync(lessons).filter((lesson) => quoted(lesson).length > 0);

test('some lessons quote the source', () => expect(quoting.length).toBeGreaterThan(0));

test.each(quoting)('%s quotes the TypeScript that the page runs', (lesson) => {
  expect(quoted(lesson).filter((line) => !lines.has(line.trim()))).toEqual([]);
});
