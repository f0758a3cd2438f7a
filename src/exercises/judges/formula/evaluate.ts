import type { Formula } from './formula.ts';

/**
 * The value of a formula in floating point; NaN where it has none.
 * @throws for a symbol without a value
 */
export function evaluate(formula: Formula, values: Readonly<Record<string, number>>): number {
  switch (formula.kind) {
    case 'number':
      return Number(formula.text);
    case 'symbol': {
      const value = values[formula.name];
      if (value === undefined) throw new Error(`There is no value of ${formula.name}.`);
      return value;
    }
    case 'negative':
      return -evaluate(formula.of, values);
    case 'call':
      return functions[formula.name](evaluate(formula.of, values));
    case 'operation': {
      const [left, right] = [evaluate(formula.left, values), evaluate(formula.right, values)];
      return operations[formula.sign](left, right);
    }
  }
}

const functions = { sqrt: Math.sqrt, exp: Math.exp, ln: Math.log };
const operations = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '^': (a: number, b: number) => a ** b,
};
