import { expect, test } from 'vitest';
import { plainTeX } from '../../../src/pages/ledger/plainTeX.ts';

test.each([
  ['3{,}000 / 50{,}000 = 6\\,\\%', '3,000 / 50,000 = 6 %'],
  ['\\branch{F(x)} = H(x) - \\shortcut{x} \\tag{2.1}', 'F(x) = H(x) − x'],
  ['1.1^{10} \\approx 2.6', '1.1¹⁰ ≈ 2.6'],
  ['\\lambda = 10^{-4}', 'λ = 10⁻⁴'],
  ['2^{n-1}', '2^(n−1)'],
  ['x_0 + W_1 + C_\\text{in}', 'x₀ + W₁ + C_in'],
  ['\\frac{6 \\times 5}{2} = 15', '(6 × 5)/2 = 15'],
  ['\\tfrac{1}{4}h^2', '1/4h²'],
  ['\\sqrt 5 \\approx 2.236', '√5 ≈ 2.236'],
  ['(7 - 0.40)/\\sqrt{1.57}', '(7 − 0.40)/√1.57'],
  ['\\lfloor 223/2 \\rfloor + 1', '⌊ 223/2 ⌋ + 1'],
  ['\\binom{n}{k}', '(n over k)'],
  ['e^{-3.376}', 'e^−3.376'],
  ['\\min_{\\text{56 layers}} E', 'min (56 layers) E'],
  ['\\begin{aligned} a &= 1 \\\\ &\\quad + 2 \\\\ b &= 3 \\end{aligned}', 'a = 1 + 2; b = 3'],
])('%s is read as “%s”', (tex, text) => {
  expect(plainTeX(tex)).toBe(text);
});
