import { expect, test } from 'vitest';
import { readable, toCsv } from '../../../src/figure/tools/table.ts';

test('a table is downloaded with its source, all digits and nothing for what was not measured', () => {
  const table = {
    caption: '',
    head: ['layer, from the first', 'norm'],
    rows: [
      ['a', 0.123456],
      ['b', NaN],
    ],
  };
  expect(toCsv(table, 'Live, here')).toBe(
    '"layer, from the first",norm,provenance\na,0.123456,"Live, here"\nb,,\n',
  );
});

test('signs that an encoding could spoil are downloaded as they are typed; letters of a name stay', () => {
  const table = {
    ...{ caption: '', head: ['γ and β', 'residual − x'] },
    rows: [['3×3 → “5”', '7.3\u00a0%']],
  };
  expect(toCsv(table, 'Füße.png: the reader’s')).toBe(
    'gamma and beta,residual - x,provenance\n"3x3 -> ""5""",7.3 %,Füße.png: the reader\'s\n',
  );
});

test('numbers are read in four digits', () => {
  expect([0.123456, 12, NaN, 'x'].map(readable)).toEqual(['0.1235', '12', '–', 'x']);
});
