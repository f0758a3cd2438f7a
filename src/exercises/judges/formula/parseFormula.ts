import { FormulaError, type Formula, type FunctionName, type Sign } from './formula.ts';
import { tokenise, type Token } from './tokenise.ts';

const opposite: Record<string, string> = { '(': ')', '[': ']', '{': '}', '（': '）' };

/**
 * Reads a formula as people type it: `2a`, `(1+a)(1+b)`, `(1 + a)^10`, `(1+a)¹⁰`, `F'(x) + 1`, `0,9^10`. A product
 * without a sign binds as one with a sign does; `^` goes before a minus, and from the right. Of `y = F(x) + x`
 * the right side counts.
 * @param names the symbols that it may use
 * @throws {FormulaError} where it cannot be read, and why
 */
export function parseFormula(text: string, names: readonly string[]): Formula {
  const all = tokenise(afterEquals(text), names);
  const start = text.length - afterEquals(text).length;
  const tokens = all.map((token) => ({ ...token, at: token.at + start }));
  if (tokens.length === 0) throw new FormulaError('There is no formula yet.', 0, 0);
  let next = 0;
  const peek = (): Token | undefined => tokens[next];
  const isSign = (...signs: string[]) => {
    const token = peek();
    return token?.type === 'sign' && signs.includes(token.text);
  };
  const takeSign = () => tokens[next++]?.text as Sign;

  function sum(): Formula {
    let left = product();
    while (isSign('+', '-')) left = { kind: 'operation', sign: takeSign(), left, right: product() };
    return left;
  }
  function product(): Formula {
    let left = signed();
    for (;;) {
      if (isSign('*', '/')) left = { kind: 'operation', sign: takeSign(), left, right: signed() };
      else if (startsFactor(peek())) left = { kind: 'operation', sign: '*', left, right: power() };
      else return left;
    }
  }
  function signed(): Formula {
    if (isSign('-')) {
      next++;
      return { kind: 'negative', of: signed() };
    }
    if (isSign('+')) {
      next++;
      return signed();
    }
    return power();
  }
  function power(): Formula {
    const left = atom();
    if (peek()?.raised) return { kind: 'operation', sign: '^', left, right: high() };
    if (!isSign('^')) return left;
    next++;
    return { kind: 'operation', sign: '^', left, right: signed() };
  }
  /** A small and high exponent ends with its last small sign. */
  function high(): Formula {
    const at = peek()?.at;
    const isNegative = isSign('-');
    if (isSign('-', '+')) next++;
    let of = atom();
    while (peek()?.at === at) of = { kind: 'operation', sign: '*', left: of, right: atom() };
    return isNegative ? { kind: 'negative', of } : of;
  }
  function atom(): Formula {
    const token = tokens[next++];
    if (!token) {
      const last = tokens.at(-1) as Token;
      throw new FormulaError(`Something is missing after “${spelt(text, last)}”.`, text.length, 0);
    }
    if (token.type === 'number') return { kind: 'number', text: token.text };
    if (token.type === 'symbol') return { kind: 'symbol', name: token.text };
    if (token.type === 'function') {
      const isOpen = peek()?.type === 'open';
      if (!isOpen && token.text !== 'sqrt')
        throw new FormulaError(
          `“${token.text}” needs brackets: ${token.text}(…).`,
          token.at,
          token.length,
        );
      return { kind: 'call', name: token.text as FunctionName, of: atom() };
    }
    if (token.type === 'open') return inBrackets(token);
    if (token.type === 'close')
      throw new FormulaError(
        next > 1 && tokens[next - 2]?.type === 'open'
          ? 'There is nothing between these brackets.'
          : `This bracket was never opened, or something is missing before it.`,
        token.at,
      );
    throw new FormulaError(
      `Something is missing before “${spelt(text, token)}”.`,
      token.at,
      token.length,
    );
  }
  function inBrackets(open: Token): Formula {
    const inside = sum();
    const close = tokens[next++];
    if (!close) throw new FormulaError('This bracket is never closed.', open.at);
    if (close.type !== 'close') throw unexpected(close);
    if (close.text !== opposite[open.text])
      throw new FormulaError(`“${open.text}” is closed by “${close.text}”.`, close.at);
    return inside;
  }
  const unexpected = (token: Token) =>
    new FormulaError(
      token.type === 'close'
        ? 'This bracket was never opened.'
        : `“${spelt(text, token)}” is not expected here.`,
      token.at,
      token.length,
    );

  const whole = sum();
  const left = peek();
  if (left) throw unexpected(left);
  return whole;
}

/** What a formula is said to be equal to at last. */
const afterEquals = (text: string) => text.slice(text.lastIndexOf('=') + 1);

const spelt = (text: string, { at, length }: Token) => text.slice(at, at + length);

function startsFactor(token: Token | undefined): boolean {
  return !!token && !token.raised && ['number', 'symbol', 'function', 'open'].includes(token.type);
}
