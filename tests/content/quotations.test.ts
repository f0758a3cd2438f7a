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

test.each(readdirSync(lessons))('%s quotes the TypeScript that the page runs', (lesson) => {
  const text = readFileSync(new URL(lesson, lessons), 'utf8');
  for (const [, code = ''] of text.matchAll(/^```ts\n([^]*?)^```/gm)) {
    expect(code.split('\n').filter((line) => !lines.has(line.trim()))).toEqual([]);
  }
});
