import { createElement, type ReactNode } from 'react';
import type { Formula } from '../judges/formula/formula.ts';

/** A formula as it was read, set in mathematics. */
export function MathPreview({ formula }: { formula: Formula }) {
  return h('math', { 'aria-label': toText(formula) }, set(formula));
}

/** React knows MathML’s elements, but its types do not. */
const h = (name: string, props: Record<string, string> | null, ...children: ReactNode[]) =>
  createElement(name, props, ...children);
const operator = (sign: string) => h('mo', null, sign);

function set(formula: Formula): ReactNode {
  switch (formula.kind) {
    case 'number':
      return h('mn', null, formula.text);
    case 'symbol':
      return setSymbol(formula.name);
    case 'negative':
      return h('mrow', null, operator('−'), within(formula.of, strength(formula)));
    case 'call':
      if (formula.name === 'sqrt') return h('msqrt', null, set(formula.of));
      return h('mrow', null, h('mi', null, formula.name), inBrackets(set(formula.of)));
    case 'operation':
      return setOperation(formula);
  }
}

function setOperation(formula: Formula & { kind: 'operation' }): ReactNode {
  const { sign, left, right } = formula;
  const own = strength(formula);
  if (sign === '/')
    return h('mfrac', null, h('mrow', null, set(left)), h('mrow', null, set(right)));
  if (sign === '^') return h('msup', null, within(left, own + 1), h('mrow', null, set(right)));
  const middle = sign === '*' ? times(right) : sign === '-' ? '−' : '+';
  const isStrict = sign === '-' || sign === '*';
  return h(
    'mrow',
    null,
    within(left, own),
    operator(middle),
    within(right, own + (isStrict ? 0.5 : 0)),
  );
}

/** A dot before a number and before a minus; nothing, as on paper, before all else. */
const times = (right: Formula) =>
  leftmost(right).kind === 'number' || right.kind === 'negative' ? '·' : '\u2062';

function leftmost(formula: Formula): Formula {
  return formula.kind === 'operation' && formula.sign !== '/' && strength(formula) > 1
    ? leftmost(formula.left)
    : formula;
}

const setSymbol = (name: string): ReactNode => {
  if (name === "F'" || name === 'F')
    return h(
      'mrow',
      { className: 'c-branch' },
      h('mi', null, 'F'),
      name === "F'" ? operator('′') : null,
      operator('('),
      h('mi', null, 'x'),
      operator(')'),
    );
  const [letter = '', below] = name.split('_');
  return below === undefined
    ? h('mi', null, letter)
    : h('msub', null, h('mi', null, letter), h('mn', null, below));
};

/** How tightly a formula holds together: what is looser than its surroundings needs brackets. */
function strength(formula: Formula): number {
  if (formula.kind === 'negative') return 1.5;
  if (formula.kind !== 'operation') return 9;
  return { '+': 1, '-': 1, '*': 2, '/': 8, '^': 3 }[formula.sign];
}

const within = (formula: Formula, least: number) =>
  strength(formula) < least || (strength(formula) === 8 && least > 3)
    ? inBrackets(set(formula))
    : set(formula);

const inBrackets = (inside: ReactNode) => h('mrow', null, operator('('), inside, operator(')'));

/** The same in one line, for readers who hear it: `(1 + a)^10`. */
export function toText(formula: Formula): string {
  const part = (of: Formula, least: number) =>
    strength(of) < least ? `(${toText(of)})` : toText(of);
  switch (formula.kind) {
    case 'number':
      return formula.text;
    case 'symbol':
      return formula.name === "F'" ? 'F′(x)' : formula.name === 'F' ? 'F(x)' : formula.name;
    case 'negative':
      return `−${part(formula.of, 1.5)}`;
    case 'call':
      return `${formula.name}(${toText(formula.of)})`;
    case 'operation': {
      const { sign, left, right } = formula;
      const own = sign === '/' ? 2 : strength(formula);
      if (sign === '^') return `${part(left, 4)}^${part(right, 4)}`;
      const shown = { '+': ' + ', '-': ' − ', '*': ' · ', '/': ' / ' }[sign];
      return `${part(left, own)}${shown}${part(right, sign === '+' ? own : own + 0.5)}`;
    }
  }
}
