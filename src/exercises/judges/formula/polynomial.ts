import type { Formula } from './formula.ts';

/** A polynomial with whole coefficients: by monomial, such as `a^2·b`; none of them is 0. */
type Polynomial = ReadonlyMap<string, bigint>;

/** A fraction of two polynomials. */
interface Ratio {
  above: Polynomial;
  below: Polynomial;
}

/** Powers and products beyond these are not multiplied out. */
const [mostTerms, greatestPower] = [2000, 64];

/**
 * Whether two formulas are the same fraction of polynomials once all is multiplied out.
 * @returns null where one is no such fraction, such as √a or aⁿ, or is too large
 */
export function areSamePolynomials(one: Formula, other: Formula): boolean | null {
  const [first, second] = [toRatio(one), toRatio(other)];
  if (!first || !second) return null;
  const left = multiply(first.above, second.below);
  const right = multiply(second.above, first.below);
  return left && right && isZero(add(left, right, -1n));
}

function toRatio(formula: Formula): Ratio | null {
  switch (formula.kind) {
    case 'number':
      return ofNumber(formula.text);
    case 'symbol':
      return { above: new Map([[`${formula.name}^1`, 1n]]), below: one };
    case 'call':
      return null;
    case 'negative': {
      const of = toRatio(formula.of);
      return of && { ...of, above: add(new Map(), of.above, -1n) };
    }
    case 'operation':
      return formula.sign === '^' ? toPower(formula.left, formula.right) : combine(formula);
  }
}

function combine({ sign, left, right }: Formula & { kind: 'operation' }): Ratio | null {
  const [a, b] = [toRatio(left), toRatio(right)];
  if (!a || !b) return null;
  if (sign === '*') return ratio(multiply(a.above, b.above), multiply(a.below, b.below));
  if (sign === '/')
    return isZero(b.above) ? null : ratio(multiply(a.above, b.below), multiply(a.below, b.above));
  const [first, second] = [multiply(a.above, b.below), multiply(b.above, a.below)];
  if (!first || !second) return null;
  return ratio(add(first, second, sign === '+' ? 1n : -1n), multiply(a.below, b.below));
}

function toPower(of: Formula, exponent: Formula): Ratio | null {
  const isNegative = exponent.kind === 'negative';
  const size = isNegative ? exponent.of : exponent;
  const times = size.kind === 'number' ? Number(size.text) : NaN;
  const base = toRatio(of);
  if (!base || !Number.isInteger(times) || times > greatestPower) return null;
  const [above, below] = [raise(base.above, times), raise(base.below, times)];
  if (!isNegative) return ratio(above, below);
  return above && isZero(above) ? null : ratio(below, above);
}

const ratio = (above: Polynomial | null, below: Polynomial | null): Ratio | null =>
  above && below && { above, below };

/** 0.1 is 1/10, and 1e-3 is 1/1000. */
function ofNumber(text: string): Ratio | null {
  const [, whole = '', decimals = '', power = '0'] =
    /^(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const exponent = Number(power) - decimals.length;
  if (Math.abs(exponent) > 100) return null;
  const scale = 10n ** BigInt(Math.abs(exponent));
  const digits = BigInt(whole + decimals);
  return exponent < 0
    ? { above: constant(digits), below: constant(scale) }
    : { above: constant(digits * scale), below: one };
}

const constant = (value: bigint): Polynomial => new Map(value === 0n ? [] : [['', value]]);
const one = constant(1n);
const isZero = (polynomial: Polynomial) => polynomial.size === 0;

/** a + times · b. */
function add(a: Polynomial, b: Polynomial, times: bigint): Polynomial {
  const sum = new Map(a);
  for (const [monomial, coefficient] of b) {
    const total = (sum.get(monomial) ?? 0n) + times * coefficient;
    if (total === 0n) sum.delete(monomial);
    else sum.set(monomial, total);
  }
  return sum;
}

function multiply(a: Polynomial, b: Polynomial): Polynomial | null {
  if (a.size * b.size > mostTerms ** 2 / 4) return null;
  let product: Polynomial = new Map();
  for (const [left, coefficient] of a) {
    const part = new Map<string, bigint>();
    for (const [right, other] of b) part.set(joinMonomials(left, right), coefficient * other);
    product = add(product, part, 1n);
    if (product.size > mostTerms) return null;
  }
  return product;
}

function raise(base: Polynomial, times: number): Polynomial | null {
  let power: Polynomial | null = one;
  for (let i = 0; i < times && power; i++) power = multiply(power, base);
  return power;
}

/** `a^1` and `a^2·b^1` are `a^3·b^1`, by name. */
function joinMonomials(left: string, right: string): string {
  const powers = new Map<string, number>();
  for (const factor of `${left}·${right}`.split('·').filter(Boolean)) {
    const [name = '', power] = factor.split('^');
    powers.set(name, (powers.get(name) ?? 0) + Number(power));
  }
  return [...powers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, power]) => `${name}^${power}`)
    .join('·');
}
