import { expect, test } from 'vitest';
import {
  fromQuery,
  linkTo,
  numberIn,
  oneOf,
  queryOf,
  someOf,
  toQuery,
  type Fields,
} from '../../../src/figure/settings/link.ts';

interface Settings {
  blocks: number;
  scale: number;
  mode: 'train' | 'eval';
  on: boolean;
  parts: string[];
}

const standard: Settings = { blocks: 10, scale: 0.1, mode: 'train', on: true, parts: [] };
const fields: Fields<Settings> = {
  blocks: numberIn({ min: 8, max: 56, step: 6 }),
  scale: numberIn({ min: -3, max: 3, step: 0.1 }),
  mode: oneOf(['train', 'eval']),
  on: oneOf([true, false]),
  parts: someOf(['x', 'conv1', 'addition']),
};
const read = (query: string) => fromQuery(new URLSearchParams(query), standard, fields);

test('a link carries every setting there and back', () => {
  const settings: Settings = {
    ...{ blocks: 20, scale: -0.7, mode: 'eval', on: false, parts: ['x', 'addition'] },
  };
  const query = toQuery(settings, standard, fields);
  expect(query).toBe('blocks=20&scale=-0.7&mode=eval&on=false&parts=x.addition');
  expect(read(query)).toEqual(settings);
});

test('what equals the standard is left out', () => {
  expect(toQuery(standard, standard, fields)).toBe('');
  expect(read('')).toEqual(standard);
});

test('every place of a slider is read as the slider gives it', () => {
  const scale = numberIn({ min: 0.05, max: 2, step: 0.05 });
  for (let place = 1; place <= 40; place++) {
    const value = Math.round(place * 5) / 100;
    expect(scale.read(String(value))).toBe(value);
  }
});

test.each([
  'blocks=62&scale=3.1',
  'blocks=9&scale=0.05',
  'blocks=&scale=',
  'blocks=NaN&scale=Infinity',
  'blocks=1e999&scale=-1e999',
  'mode=constructor&on=1',
  'parts=conv9.%00',
  'scale=0.1;alert(1)&__proto__=x',
])('damaged settings stay as they were: %s', (query) => {
  expect(read(query)).toEqual(standard);
});

test('the hash says whose the query is', () => {
  const link = linkTo('paths', 'blocks=20', 'https://example.org/gradients/?scale=1#bib-x');
  expect(link).toBe('https://example.org/gradients/?blocks=20#paths');
  expect(queryOf('paths', new URL(link)).get('blocks')).toBe('20');
  expect(queryOf('gradient-thermometer', new URL(link)).size).toBe(0);
  // A link written by hand may leave the hash out: then the query is for every figure that knows its names.
  expect(queryOf('paths', { search: '?blocks=20', hash: '' }).get('blocks')).toBe('20');
});
