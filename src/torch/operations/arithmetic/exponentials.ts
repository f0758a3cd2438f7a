import { call } from '../../call.ts';
import { minus, negative, over, plus, power, times } from '../expressions.ts';
import { unary } from './unary.ts';

/** The error function, to 1e-15: its series where that converges fast, else a continued fraction. */
function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 3) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return (sum * 2) / Math.sqrt(Math.PI);
  }
  if (size > 6 || Number.isNaN(x)) return Number.isNaN(x) ? x : Math.sign(x);
  let fraction = size;
  for (let n = 60; n > 0; n--) fraction = size + n / 2 / fraction;
  return Math.sign(x) * (1 - Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI)));
}

/** exp, logarithms and roots. */
export const exponentials = [
  unary({
    name: 'exp',
    compute: Math.exp,
    result: 'float',
    slope: { output: (gradient, result) => times(gradient, result) },
  }),
  unary({
    name: 'expm1',
    compute: Math.expm1,
    result: 'float',
    slope: { output: (gradient, result) => times(gradient, plus(result, 1)) },
  }),
  unary({
    name: 'log',
    compute: Math.log,
    result: 'float',
    slope: { input: (gradient, x) => over(gradient, x) },
  }),
  unary({
    name: 'log2',
    compute: Math.log2,
    result: 'float',
    slope: { input: (gradient, x) => over(gradient, times(x, Math.LN2)) },
  }),
  unary({
    name: 'log10',
    compute: Math.log10,
    result: 'float',
    slope: { input: (gradient, x) => over(gradient, times(x, Math.LN10)) },
  }),
  unary({
    name: 'log1p',
    node: 'Log1PBackward0',
    compute: Math.log1p,
    result: 'float',
    slope: { input: (gradient, x) => over(gradient, plus(x, 1)) },
  }),
  unary({
    name: 'sqrt',
    compute: {
      row: (out, to, length, from, start, step) => {
        for (let i = 0; i < length; i++) out[to + i] = Math.sqrt(from[start + i * step] as number);
      },
    },
    result: 'float',
    slope: { output: (gradient, root) => over(gradient, times(root, 2)) },
  }),
  unary({
    name: 'rsqrt',
    compute: (x) => 1 / Math.sqrt(x),
    result: 'float',
    slope: { output: (gradient, result) => times(times(gradient, -0.5), power(result, 3)) },
  }),
  unary({
    name: 'reciprocal',
    compute: (x) => 1 / x,
    result: 'float',
    slope: { output: (gradient, result) => negative(times(gradient, times(result, result))) },
  }),
  unary({
    name: 'sigmoid',
    compute: (x) => 1 / (1 + Math.exp(-x)),
    result: 'float',
    slope: {
      output: (gradient, result) => times(gradient, times(result, minus(1, result))),
    },
  }),
  unary({
    name: 'erf',
    compute: erf,
    result: 'float',
    slope: {
      input: (gradient, x) =>
        times(gradient, times(call('exp', [negative(times(x, x))]), 2 / Math.sqrt(Math.PI))),
    },
  }),
  unary({
    name: 'tanh',
    compute: Math.tanh,
    result: 'float',
    slope: {
      output: (gradient, result) => times(gradient, minus(1, times(result, result))),
    },
  }),
];
