import { expect, test } from 'vitest';
import { setType } from '../../../scripts/site/typography.ts';

test.each([
  [`the network's "new" layers`, 'the network’s “new” layers'],
  [`"Not here," they said.`, '“Not here,” they said.'],
  [`the authors' ("the solution")`, 'the authors’ (“the solution”)'],
  ['6.97 % of 16 × 16 pixels', '6.97\u00a0% of 16\u00a0×\u00a016 pixels'],
  ['a × b stays', 'a × b stays'],
])('%s', (typed, set) => {
  expect(setType(typed)).toBe(set);
});
