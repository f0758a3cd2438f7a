import { expect, test } from 'vitest';
import type { SearchEntry } from '../../src/contract/searchEntry.ts';
import { createIndex } from '../../src/page/search/createIndex.ts';
import { excerptOf, mark } from '../../src/page/search/excerpt.ts';

const entry = (kind: SearchEntry['kind'], title: string, text: string): SearchEntry => ({
  ...{ kind, title, place: 'Lesson 5', path: `#${title}`, text },
});
const entries = [
  entry('section', 'Why normalise at all', 'Batch normalisation makes values comparable.'),
  entry('term', 'batch normalisation', 'A layer that centres each channel.'),
  entry(
    'section',
    'Two modes',
    'In training a batch has its own statistics. The labels don’t matter.',
  ),
  entry('figure', 'How much of the gradient reaches each block?', 'Xavier, Böhm and others'),
];
const find = createIndex(entries);
const titles = (query: string) => find(query).map(({ title }) => title);

test.each([
  ['batch normalisation', 'batch normalisation'],
  ['batch normalization', 'batch normalisation'],
  ['gradients', 'How much of the gradient reaches each block?'],
  ['gradeint', 'How much of the gradient reaches each block?'],
  ['bohm', 'How much of the gradient reaches each block?'],
  ["don't", 'Two modes'],
  ['statis', 'Two modes'],
])('“%s” finds “%s” first', (query, title) => {
  expect(titles(query)[0]).toBe(title);
});

test('all words are wanted, or else as many as there are', () => {
  expect(titles('gradient block')).toEqual(['How much of the gradient reaches each block?']);
  expect(titles('gradient zebra')).toEqual(['How much of the gradient reaches each block?']);
  expect(titles('zebra')).toEqual([]);
  expect(titles('   ')).toEqual([]);
});

test('the words of the query are marked as they stand in the text', () => {
  const [first] = find('normalising');
  const marked = mark('Normalise, then normalised: batch', first?.words ?? []);
  expect(marked.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toContain('normalised');
  const long = `${'word '.repeat(60)}statistics ${'more '.repeat(60)}`;
  const excerpt = excerptOf(long, find('statistics')[0]?.words ?? []);
  expect(excerpt.some(({ text, isMarked }) => isMarked && text === 'statistics')).toBe(true);
  const text = excerpt.map((piece) => piece.text).join('');
  expect(text.length).toBeLessThan(200);
  expect(text).toMatch(/^… word .* …$/);
});
