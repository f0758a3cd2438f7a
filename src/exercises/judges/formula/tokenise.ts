import { FormulaError, functionNames, type FunctionName, type Sign } from './formula.ts';

/** A sign, a number, a name or a bracket of a formula, and where it is in the text. */
export interface Token {
  type: 'number' | 'symbol' | 'function' | 'sign' | 'open' | 'close' | 'equals';
  /** Its plain spelling: `*` for `×`, `2` for `²`, `F'` for `∂F/∂x`. */
  text: string;
  at: number;
  length: number;
  /** Whether it is written small and high: an exponent without a sign. */
  raised?: true;
}

const signs: Record<string, Sign> = {
  ...{ '+': '+', '-': '-', '−': '-', '–': '-', '—': '-', '‐': '-', '‑': '-', '﹣': '-', '－': '-' },
  ...{ '*': '*', '×': '*', '·': '*', '⋅': '*', '∙': '*', '•': '*', '∗': '*', '＊': '*' },
  ...{ '/': '/', '÷': '/', '∕': '/', '⁄': '/', ':': '/', '^': '^', '＋': '+', '／': '/' },
};
const brackets: Record<string, 'open' | 'close'> = {
  ...{ '(': 'open', '[': 'open', '{': 'open', '（': 'open' },
  ...{ ')': 'close', ']': 'close', '}': 'close', '）': 'close' },
};
const raisedSigns = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raisedLetters: Record<string, string> = { '⁻': '-', '⁺': '+', ⁿ: 'n', ᵏ: 'k' };
const raised = new RegExp(`^[${raisedSigns}${Object.keys(raisedLetters).join('')}]+`);
const loweredSigns = '₀₁₂₃₄₅₆₇₈₉';
const functionSpellings: Record<string, FunctionName> = { log: 'ln', '√': 'sqrt' };

const greek: Record<string, string> = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', eps: 'ε', lambda: 'λ' },
  ...{ mu: 'μ', sigma: 'σ', µ: 'μ', ϵ: 'ε' },
};

/**
 * The tokens of a formula as people type it. A derivative such as `F'(x)`, `F′`, `dF/dx`, `∂F(x)/∂x` or `J_F`
 * is the one symbol `F'`; names are single letters with or without a subscript, so `ab` is a times b.
 * @param names the symbols that the formula may use, such as `F'` and `a`
 * @throws {FormulaError} at a character or name that is not known
 */
export function tokenise(text: string, names: readonly string[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (type: Token['type'], plain: string, length: number, high?: true) => {
    tokens.push({ type, text: plain, at, length, ...(high && { raised: high }) });
    at += length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const character = firstOf(rest);
    const space = /^[\s\u200b\u2062]+/.exec(rest)?.[0];
    const number = /^(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+\-−]?\d+)?/.exec(rest)?.[0];
    const high = raised.exec(rest)?.[0];
    const name = readName(rest, names);
    const [sign, bracket] = [signs[character], brackets[character]];
    if (space !== undefined) at += space.length;
    else if (rest.startsWith('**')) take('sign', '^', 2);
    else if (rest.startsWith('\\cdot')) take('sign', '*', 5);
    else if (rest.startsWith('\\times')) take('sign', '*', 6);
    else if (number !== undefined)
      take('number', number.replace(',', '.').replace('−', '-'), number.length);
    else if (high !== undefined) {
      takeRaised(high, at, names, tokens);
      at += high.length;
    } else if (sign) take('sign', sign, character.length);
    else if (bracket) take(bracket, character, character.length);
    else if (character === '=') take('equals', '=', 1);
    else if (name) take(name.type, name.text, name.length);
    else refuse(rest, at, names);
  }
  return tokens;
}

/** A small and high run such as `⁻²` is an exponent: its signs and digits become tokens of their own. */
function takeRaised(high: string, at: number, known: readonly string[], tokens: Token[]): void {
  const plain = [...high]
    .map((sign) => {
      const digit = raisedSigns.indexOf(sign);
      return digit >= 0 ? String(digit) : (raisedLetters[sign] ?? '');
    })
    .join('');
  for (const [index, token] of tokenise(plain, known).entries())
    tokens.push({ ...token, at, length: high.length, ...(index === 0 && { raised: true }) });
}

/** The symbol or function that a text begins with. */
function readName(
  rest: string,
  known: readonly string[],
): { type: 'symbol' | 'function'; text: string; length: number } | null {
  const derivative = readDerivative(rest, known);
  if (derivative) return derivative;
  const [whole, word] = /^\\?(\p{L}+|√)/u.exec(rest) ?? [];
  if (whole === undefined || word === undefined) return null;
  const calls = functionSpellings[word] ?? functionNames.find((name) => name === word);
  if (calls) return { type: 'function', text: calls, length: whole.length };
  const isSpelt = word in greek;
  const letter = greek[word] ?? firstOf(word);
  const used = isSpelt ? whole.length : letter.length;
  const [subscript = '', ...digits] = /^(?:_\{?(\w)\}?|([₀-₉])|(\d))/u.exec(rest.slice(used)) ?? [];
  const digit = digits.find((one) => one !== undefined) ?? '';
  const lowered = loweredSigns.indexOf(digit);
  const name = subscript ? `${letter}_${lowered >= 0 ? lowered : digit}` : letter;
  if (!known.includes(name)) return null;
  const length = used + subscript.length;
  return { type: 'symbol', text: name, length: length + argumentOf(rest.slice(length), name) };
}

/** `F'(x)`, `F′`, `dF/dx`, `∂F(x)/∂x`, `(d/dx)F(x)` or `J_F` for a known symbol `F'`. */
function readDerivative(rest: string, known: readonly string[]) {
  for (const name of known) {
    if (!name.endsWith("'")) continue;
    const letter = name.slice(0, -1);
    const argument = String.raw`(?:\s*[(\[]\s*x\s*[)\]])?`;
    const d = String.raw`(?:d|∂|\\partial\s*)`;
    const spellings = [
      `${letter}\\s*['’′ʹ\`´‘]${argument}`,
      `[({]\\s*${d}\\s*${letter}${argument}\\s*[/÷∕⁄]\\s*${d}\\s*x\\s*[)}]`,
      `${d}\\s*${letter}${argument}\\s*[/÷∕⁄]\\s*${d}\\s*x`,
      `\\(?\\s*${d}\\s*[/÷∕⁄]\\s*${d}\\s*x\\s*\\)?\\s*${letter}${argument}`,
      `J_?\\{?${letter}\\}?${argument}`,
    ];
    for (const spelling of spellings) {
      const found = new RegExp(`^(?:${spelling})`, 'u').exec(rest)?.[0];
      if (found) return { type: 'symbol' as const, text: name, length: found.length };
    }
  }
  return null;
}

/** How long the `(x)` of a function such as F is that stands behind its name. */
function argumentOf(rest: string, name: string): number {
  return name === 'F' ? (/^\s*[(\[]\s*x\s*[)\]]/.exec(rest)?.[0].length ?? 0) : 0;
}

function refuse(rest: string, at: number, names: readonly string[]): never {
  const word = /^\p{L}[\p{L}\d_₀-₉'’′]*/u.exec(rest)?.[0] ?? firstOf(rest);
  const used = names.filter((name) => name !== 'F' && name !== 'x');
  const use =
    used.length > 0 ? ` Use ${used.map(sayName).join(', ')} and numbers.` : ' Use numbers.';
  throw new FormulaError(
    /^\p{L}/u.test(word) ? `“${word}” isn’t known here.${use}` : `“${word}” can’t be read here.`,
    at,
    word.length,
  );
}

/** `F′(x)` for `F'`, `a₁` for `a_1`. */
export function sayName(name: string): string {
  if (name.endsWith("'")) return `${name.slice(0, -1)}′(x)`;
  return name.replace(/_(\d)/, (_, digit: string) => loweredSigns.charAt(Number(digit)));
}

/** The first character of a text, of one or two units. */
const firstOf = (text: string) => [...text][0] ?? '';
