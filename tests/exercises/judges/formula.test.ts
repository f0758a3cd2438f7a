import { describe, expect, test } from 'vitest';
import { areEqual } from '../../../src/exercises/judges/formula/areEqual.ts';
import { FormulaError, type Formula } from '../../../src/exercises/judges/formula/formula.ts';
import { parseFormula } from '../../../src/exercises/judges/formula/parseFormula.ts';
import { toText } from '../../../src/exercises/maths/MathPreview.tsx';

const names = ["F'", 'F', 'x', 'a', 'b', 'k', 'n', 'a_1', 'γ'];
const read = (text: string): Formula => parseFormula(text, names);
const equal = (one: string, other: string) => areEqual(read(one), read(other), names);

test.each([
  ["F'(x) + 1", 'F′(x) + 1'],
  ['F’ +1', 'F′(x) + 1'],
  ['1+dF/dx', '1 + F′(x)'],
  ['∂F(x)/∂x + 1', 'F′(x) + 1'],
  ['(dF/dx) + 1', 'F′(x) + 1'],
  ['d/dx F(x) + 1', 'F′(x) + 1'],
  ['1 + J_F', '1 + F′(x)'],
  ["dy/dx = 1 + F'(x)", '1 + F′(x)'],
  ['2a', '2 · a'],
  ['(1+a)(1+b)', '(1 + a) · (1 + b)'],
  ['ab', 'a · b'],
  ['a−b', 'a − b'],
  ['a-(b-k)', 'a − (b − k)'],
  ['2×a·b', '2 · a · b'],
  ['(1+a)¹⁰', '(1 + a)^10'],
  ['(1 + a)**10', '(1 + a)^10'],
  ['a⁻²b', 'a^(−2) · b'],
  ['(1+a)ⁿ', '(1 + a)^n'],
  ['-a^2', '−a^2'],
  ['1,1^10', '1.1^10'],
  ['a₁ + a_1 + a1', 'a_1 + a_1 + a_1'],
  ['gamma + \\gamma', 'γ + γ'],
  ['3/√5', '3 / sqrt(5)'],
  ['1/2a', '1 / 2 · a'],
  ['[1 + {a}]', '1 + a'],
])('reads %s as %s', (text, meaning) => {
  expect(toText(read(text))).toBe(meaning);
});

test.each<[text: string, at: number, says: RegExp]>([
  ['(1 + a', 0, /never closed/],
  ['1 + a)', 5, /never opened/],
  ['1 + ', 4, /missing after “\+”/],
  ['3 * / 2', 4, /missing before “\/”/],
  ['1 + q', 4, /“q” isn’t known here.*F′\(x\), a, b/],
  ['a § b', 2, /“§” can’t be read/],
  ['exp a', 0, /needs brackets/],
  ['[1 + a)', 6, /“\[” is closed by “\)”/],
  ['()', 1, /nothing between/],
])('says where and why it cannot read %s', (text, at, says) => {
  const error = (() => {
    try {
      return read(text);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(FormulaError);
  expect((error as FormulaError).message).toMatch(says);
  expect((error as FormulaError).at).toBe(at);
});

describe('two formulas', () => {
  test.each([
    ['(1+a)^2', '1 + 2a + a²'],
    ['(1+a)^10', '(1+a)^5 (a+1)⁵'],
    ['(1+a)(1+b)', '1 + a + b + ab'],
    ['1.1^10', '(11/10)^10'],
    ['a/b', 'a b^-1'],
    ['(a²-b²)/(a-b)', 'a + b'],
    ['(1+a)^n', '(a+1)^n'],
    ['sqrt(a) sqrt(a) + 1', '1 + sqrt(a)²'],
    ['0.1 + 0.2', '0.3'],
    ['exp(a) exp(b)', 'exp(a + b)'],
  ])('are equal: %s and %s', (one, other) => expect(equal(one, other)).toBe(true));

  test.each([
    ['(1+a)^10', '1 + 10a'],
    ['(1+a)^10', '1 + a^10'],
    ['a/b', 'b/a'],
    ['(1+a)^n', '1 + n a'],
    ['sqrt(a^2)', 'a'],
    ['a + 0.0000000001', 'a'],
    ["F'", 'F'],
    ['1/0', '1'],
  ])('differ: %s and %s', (one, other) => expect(equal(one, other)).toBe(false));
});
