import { call } from '../../call.ts';
import { negative, times } from '../expressions.ts';
import { isBool, unary } from './unary.ts';

/** To the even neighbour where two are equally near, as C does. */
function roundToEven(x: number): number {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** Signs, roundings, and functions of angles. */
export const roundings = [
  unary({
    name: 'neg',
    compute: (x) => -x,
    refuses: isBool,
    slope: { input: (gradient) => negative(gradient) },
  }),
  unary({
    name: 'abs',
    compute: Math.abs,
    slope: { input: (gradient, x) => times(gradient, call('sign', [x])) },
  }),
  unary({ name: 'sign', compute: Math.sign, isFlat: true }),
  unary({ name: 'floor', compute: Math.floor, isFlat: true }),
  unary({ name: 'ceil', compute: Math.ceil, isFlat: true }),
  unary({ name: 'trunc', compute: Math.trunc, isFlat: true }),
  unary({ name: 'round', compute: roundToEven, isFlat: true }),
  unary({
    name: 'sin',
    compute: Math.sin,
    result: 'float',
    slope: { input: (gradient, x) => times(gradient, call('cos', [x])) },
  }),
  unary({
    name: 'cos',
    compute: Math.cos,
    result: 'float',
    slope: { input: (gradient, x) => negative(times(gradient, call('sin', [x]))) },
  }),
  unary({ name: 'isnan', compute: (x) => (Number.isNaN(x) ? 1 : 0), result: 'bool' }),
  unary({ name: 'isfinite', compute: (x) => (Number.isFinite(x) ? 1 : 0), result: 'bool' }),
  unary({
    name: 'isinf',
    compute: (x) => (x === Infinity || x === -Infinity ? 1 : 0),
    result: 'bool',
  }),
  unary({ name: 'logical_not', compute: (x) => (x === 0 ? 1 : 0), result: 'bool' }),
];
