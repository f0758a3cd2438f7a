/**
 * Whether `text`, such as '9 × 64² = 36,864' or '2.45/2.594 ≈ 94 %; 3 + 4 = 7', is right: each side of each sign
 * equals the side before. After ≈ a number is right to the digits it prints. Throws a sentence about the
 * first sum that is wrong or that cannot be read.
 */
export function checkSums(text: string): void {
  for (const chain of text.split(';')) {
    const [first = '', ...rest] = chain.split(/(?=[=≈])/);
    if (rest.length === 0) throw new Error(`“${chain.trim()}” has no = or ≈ in it.`);
    let before = first;
    for (const part of rest) {
      const [sign, side] = [part[0] as '=' | '≈', part.slice(1)];
      checkSum(before, sign, side);
      before = side;
    }
  }
}

/** Throws where the two sides, both numbers, differ by more than the sign and the printed digits allow. */
export function checkSum(left: string, sign: '=' | '≈', right: string): void {
  const [a, b] = [left, right].map(valueOf);
  if (a === undefined || b === undefined) {
    throw new Error(`“${(a === undefined ? left : right).trim()}” is no sum of numbers.`);
  }
  const allowed = sign === '=' ? 1e-9 * Math.max(1, Math.abs(b)) : roughness(right, b);
  // What was read as no number is no less wrong.
  if (!(Math.abs(a - b) <= allowed)) {
    throw new Error(`“${left.trim()} ${sign} ${right.trim()}” is wrong: the left side is ${a}.`);
  }
}

/** Half of the last digit that a number prints; of a longer sum, one part in a hundred. */
function roughness(text: string, value: number): number {
  const [, decimals = '', percent] = /^\s*−?[\d,]+(?:\.(\d+))?\s*(%?)\s*$/.exec(text) ?? [];
  if (percent === undefined) return Math.abs(value) / 100;
  return (0.5 + 1e-9) * 10 ** -(decimals.length + (percent ? 2 : 0));
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lexeme = /\s*(\d[\d,]*(?:\.\d+)?|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|over|[-+−×·/()⌊⌋√^%e])/y;

/**
 * The value of a sum in the book's notation: + − × · / ( ) ² ⁻⁵ ^ √ ⌊ ⌋ %, e, and '(10 over 5)' for a binomial
 * coefficient; two factors may stand side by side. Undefined where anything else is in it.
 */
export function valueOf(text: string): number | undefined {
  const signs = read(text);
  if (!signs || signs.length === 0) return undefined;
  const reader = { signs, at: 0 };
  const value = sum(reader);
  return reader.at === signs.length ? value : undefined;
}

function read(text: string): string[] | undefined {
  const signs: string[] = [];
  const trimmed = text.trim();
  lexeme.lastIndex = 0;
  let end = 0;
  for (let match = lexeme.exec(trimmed); match; match = lexeme.exec(trimmed)) {
    signs.push(match[1] as string);
    end = lexeme.lastIndex;
  }
  return end === trimmed.length ? signs : undefined;
}

interface Reader {
  signs: string[];
  at: number;
}

function takes(reader: Reader, ...signs: string[]): string | undefined {
  const next = reader.signs[reader.at];
  if (next === undefined || !signs.includes(next)) return undefined;
  reader.at++;
  return next;
}

/** NaN where it cannot be read: no sum equals that. */
function sum(reader: Reader): number {
  let value = product(reader);
  for (let sign = takes(reader, '+', '−'); sign; sign = takes(reader, '+', '−')) {
    value += (sign === '+' ? 1 : -1) * product(reader);
  }
  return value;
}

function product(reader: Reader): number {
  let value = signed(reader);
  for (;;) {
    if (takes(reader, '×', '·')) value *= signed(reader);
    else if (takes(reader, '/')) value /= signed(reader);
    else if (/^[\d(⌊√e]/.test(reader.signs[reader.at] ?? '')) value *= power(reader);
    else return value;
  }
}

function signed(reader: Reader): number {
  return takes(reader, '−') ? -signed(reader) : power(reader);
}

function power(reader: Reader): number {
  const base = atom(reader);
  if (takes(reader, '^')) return base ** signed(reader);
  const next = reader.signs[reader.at] ?? '';
  if (!/^[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(next)) return base;
  reader.at++;
  const digits = [...next.replace('⁻', '')].map((sign) => superscripts.indexOf(sign)).join('');
  return base ** (next.startsWith('⁻') ? -Number(digits) : Number(digits));
}

function atom(reader: Reader): number {
  if (takes(reader, '(')) {
    const value = sum(reader);
    const chosen = takes(reader, 'over') ? choose(value, sum(reader)) : value;
    return takes(reader, ')') ? chosen : NaN;
  }
  if (takes(reader, '⌊')) {
    const value = Math.floor(sum(reader));
    return takes(reader, '⌋') ? value : NaN;
  }
  if (takes(reader, '√')) return Math.sqrt(atom(reader));
  if (takes(reader, 'e')) return Math.E;
  const next = reader.signs[reader.at] ?? '';
  if (!/^\d/.test(next)) return NaN;
  reader.at++;
  const value = Number(next.replaceAll(',', ''));
  return takes(reader, '%') ? value / 100 : value;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}
