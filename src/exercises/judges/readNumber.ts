import { evaluate } from './formula/evaluate.ts';
import { FormulaError } from './formula/formula.ts';
import { parseFormula } from './formula/parseFormula.ts';

const grouping = String.raw`[ .,_'’\u00a0\u2009\u202f]`;
const inGroups = new RegExp(String.raw`^\d{1,3}(?:${grouping}\d{3})+$`, 'u');
const about = /^(?:≈|~|∼|about|approx\.|approximately)\s*/i;
const unit = /(\d)\s*(?:parameters?|params?|weights?|numbers?)\.?$/i;

/**
 * A number as people type it: `−0.45`, `0,45`, `35 %`, `1.1^10`, `2·9·64² + 4·64`. Where a whole number is asked for,
 * `73,984`, `73 984` and `73.984` are the same.
 * @throws {FormulaError} where it cannot be read
 */
export function readNumber(text: string, { whole = false } = {}): number {
  const plain = bare(text);
  if (whole && inGroups.test(plain)) return Number(plain.replaceAll(/\D/g, ''));
  if (plain.endsWith('%')) return readNumber(plain.slice(0, -1)) / 100;
  const value = evaluate(parseFormula(whole ? withoutGroups(plain) : plain, []), {});
  if (!Number.isFinite(value)) throw new FormulaError('This has no value.', 0, text.length);
  return value;
}

/** Without a unit behind it or an “about” before it. */
const bare = (text: string) => text.trim().replace(unit, '$1').replace(about, '');

/** The last place of a number typed with decimals: 0.1 of `33.3`, 0.01 of `4,20`; 0 of anything else. */
export function lastPlace(text: string): number {
  const decimals = /^[-−]?\d*[.,](\d+)$/.exec(bare(text))?.[1];
  return decimals === undefined ? 0 : 10 ** -decimals.length;
}

/** In a sum such as `73,728 + 256`, commas between thousands are no decimal commas. */
const withoutGroups = (text: string) =>
  text.replaceAll(/\d{1,3}(?:,\d{3})+(?![\d.])/g, (group) => group.replaceAll(',', ''));

/** How a list can be split, the most telling way first. */
const separators = [/[;\n]\s*/, /,\s+|\s+,\s*/, /,/, /\s+/];

/**
 * A list of numbers in any brackets, separated by commas, semicolons or spaces, with decimal points or commas.
 * @throws {FormulaError} where it cannot be read as so many numbers
 */
export function readNumbers(text: string, count: number): number[] {
  const inside = withoutBrackets(text).replaceAll(/\s+and\s+/g, ', ');
  let problem: FormulaError | null = null;
  for (const separator of separators) {
    const parts = inside.split(separator).filter((part) => part.trim() !== '');
    if (parts.length !== count) continue;
    try {
      return parts.map((part) => readNumber(part));
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      problem ??= new FormulaError(error.message, 0, text.length);
    }
  }
  throw (
    problem ?? new FormulaError(`Type ${count} numbers, with commas between them.`, 0, text.length)
  );
}

/**
 * A shape as people type it: `[2, 128, 28, 28]`, `(2,128,28,28)`, `2 × 128 × 28 × 28`, `torch.Size([2, 128, 28, 28])`.
 * @throws {FormulaError} where it is no list of whole numbers
 */
export function readShape(text: string): number[] {
  const parts = withoutBrackets(text.replace(/^\s*torch\.Size\s*/i, ''))
    .split(/[\s,;×x*·]+/iu)
    .filter(Boolean);
  const shape = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  if (shape.length === 0 || shape.some(Number.isNaN)) {
    const odd = parts.find((part) => !/^\d+$/.test(part));
    const start = odd === undefined ? 0 : text.indexOf(odd);
    throw new FormulaError(
      'A shape is a list of whole numbers, such as [1, 3, 32, 32].',
      Math.max(0, start),
      odd?.length ?? text.length,
    );
  }
  return shape;
}

function withoutBrackets(text: string): string {
  const inside = /^\s*[[({]([^]*)[\])}]\s*$/.exec(text)?.[1];
  return inside === undefined ? text.trim() : withoutBrackets(inside);
}
