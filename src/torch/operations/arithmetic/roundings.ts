import { call } from '../../call.ts';
import { negative, times } from '../expressions.ts';
import { unary } from './unary.ts';

/** To the even neighbour where two are equally near, as C does. */
function roundToEven(x: number): number {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

function rounding(name: string, compute: (x: number) => number) {
  const refusesBool = `"${name}_vml_cpu" not implemented for 'Bool'`;
  return unary({ name, compute, refusesBool, isFlat: true });
}

/** Signs, roundings, and functions of angles. */
export const roundings = [
  unary({
    name: 'neg',
    compute: (x) => -x,
    refusesBool:
      'Negation, the `-` operator, on a bool tensor is not supported. ' +
      'If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
    slope: { input: (gradient) => negative(gradient) },
  }),
  unary({
    name: 'abs',
    compute: Math.abs,
    refusesBool: `"abs_cpu" not implemented for 'Bool'`,
    slope: { input: (gradient, x) => times(gradient, call('sign', [x])) },
  }),
  unary({ name: 'sign', compute: Math.sign, isFlat: true }),
  rounding('floor', Math.floor),
  rounding('ceil', Math.ceil),
  rounding('trunc', Math.trunc),
  rounding('round', roundToEven),
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
