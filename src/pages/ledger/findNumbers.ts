import { checkSum, valueOf } from './arithmetic.ts';
import { findNumberWords } from './numberWords.ts';
import type { Block } from './readBlocks.ts';

/** A number that a block prints. */
export interface PrintedNumber {
  /** As it is printed, with its sign of per cent: '36,864', '6.97 %', '10⁻⁴', 'fifteen'. */
  text: string;
  from: number;
  to: number;
  /** Why it is no claim; undefined where it is one. */
  excuse?: Excuse;
  /** For a sum that the text itself does: what is wrong with it. */
  problem?: string;
}

/**
 * What a number may be without being a claim, in the words of the ledger's page. A percentage is always a
 * claim, and so is a decimal outside code, references and sums.
 */
export const excuses = {
  name: 'part of a name: ResNet-34, CIFAR-10, conv1',
  place: 'the number of a lesson, an equation, a table, a stage, a block, a step of a list',
  unit: 'zero or one, written bare',
  kernel: 'the size of a kernel, such as 3×3, a stride or a padding',
  formula: 'a small whole number, an index, an exponent or a coefficient in a formula with letters',
  code: 'in code, which says what it computes',
  citation: 'the year in a citation',
  time: 'how long a lesson takes: a test compares that with its words',
  sum: 'in a sum that stands in the text: the test does it again',
} as const;

type Excuse = keyof typeof excuses;

const aNumber = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
/** Words whose number says which one, and the numbers that may stand between: 'stages 2, 3 and '. */
const places =
  /(?:lesson|equation|table|figure|section|hint|check|stage|block|row|dimension|layer|option|step)s? (?:\(?[\d.]+\)?(?:,| and| to| or|–) ?)*\(?$/i;
const decimalPlaces = /(?:equation|section)s? (?:\(?[\d.]+\)?(?:,| and| to) ?)*\(?$/i;

/** Every number of a block in order, each with its excuse where it has one. */
export function findNumbers(block: Block): PrintedNumber[] {
  const sums = findSums(block);
  const words = findNumberWords(block.text).filter(
    ({ from }) => !block.spans.some((span) => span.from <= from && from < span.to),
  );
  const inDigits = [...block.text.matchAll(aNumber)].map((match): PrintedNumber => {
    const [digits] = match;
    const from = match.index;
    const after = block.text.slice(from + digits.length);
    const tail = /^(?:⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?(?: ?%)?/.exec(after)?.[0] ?? '';
    const to = from + digits.length + tail.length;
    const sum = sums.find((one) => one.from <= from && to <= one.to);
    const number = { text: digits + tail, from, to };
    const excuse = excuseOf(block, number, sum !== undefined);
    return {
      ...number,
      ...(excuse && { excuse }),
      ...(sum?.problem && { problem: sum.problem }),
    };
  });
  return [...inDigits, ...words].sort((one, other) => one.from - other.from);
}

interface Stretch {
  text: string;
  from: number;
  to: number;
}

function excuseOf(
  { text, spans, head }: Block,
  number: Stretch,
  inSum: boolean,
): Excuse | undefined {
  if (number.text.endsWith('%')) return undefined;
  const span = spans.find(({ from, to }) => from <= number.from && number.to <= to);
  if (span?.kind === 'code' || span?.kind === 'citation') return span.kind;
  const [before, after] = [text.slice(0, number.from), text.slice(number.to)];
  const isWhole = /^\d{1,2}$/.test(number.text);
  if ((isWhole ? places : decimalPlaces).test(before)) return 'place';
  if (isWhole && head?.[before.split(' | ').length - 1] === 'lesson') return 'place';
  if (inSum) return 'sum';
  if (/^\d+ minutes/.test(text)) return 'time';
  if (number.text.includes('.')) return undefined;
  const isFormula = span?.kind === 'equation' && /\p{L}/u.test(text.slice(span.from, span.to));
  if (!isFormula && /\p{L}[-_]?$/u.test(before)) return 'name';
  if (/^[01]$/.test(number.text) && !counts.test(after)) return 'unit';
  if (/^\d$/.test(number.text)) {
    if (/^ ?× ?\d(?!\d|[.,]\d)/.test(after) || /(?<![\d,.])\d ?× ?$/.test(before)) return 'kernel';
    if (/(?:stride|padding)(?: of| to)? $/i.test(before)) return 'kernel';
    if (isFormula) return 'formula';
  }
  if ((isFormula && /^\p{L}/u.test(after)) || after.startsWith('ⁿ')) return 'formula';
  return undefined;
}

/** After a one or a zero that counts something. */
const counts = /^(?:[ -](?:points?|pixels?|layers?|steps?|in \d)|[–/])/;

/** A sum that the text itself does. */
interface Sum {
  from: number;
  to: number;
  problem?: string;
}

/**
 * The sides of = and ≈ that hold numbers alone, on both sides of the sign: in equations, and in prose. Of
 * a = b = c there are two.
 */
export function findSums(block: Block): Sum[] {
  const equations = block.spans.filter(({ kind }) => kind === 'equation');
  const inProse = [
    ...block.text.matchAll(/[\d(][\d,.\s()+−×·/⁰¹²³⁴⁵⁶⁷⁸⁹%]*[=≈][\d,.\s()+−×·/%]*\d ?%?/g),
  ]
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
    .filter(({ from, to }) => !equations.some((one) => one.from < to && from < one.to));
  return [...equations, ...inProse].flatMap(({ from, to }) => sumsIn(block.text, from, to));
}

function sumsIn(text: string, start: number, end: number): Sum[] {
  const sums: Sum[] = [];
  let from = start;
  const sides = text
    .slice(start, end)
    .split(/(?=[=≈≤;])/)
    .map((part) => {
      const sign = /^[=≈≤;]/.exec(part)?.[0] ?? '';
      const side = { sign, side: part.slice(sign.length), from, to: from + part.length };
      from += part.length;
      return side;
    });
  for (const [index, right] of sides.entries()) {
    const left = sides[index - 1];
    if (!left || (right.sign !== '=' && right.sign !== '≈')) continue;
    if ([left, right].some(({ side }) => valueOf(side) === undefined)) continue;
    // That a number equals itself is no sum.
    if ([left, right].every(({ side }) => /^ *−?[\d.,]+ ?%? *$/.test(side))) continue;
    let problem: string | undefined;
    try {
      checkSum(left.side, right.sign, right.side);
    } catch (error) {
      problem = (error as Error).message;
    }
    sums.push({ from: left.from, to: right.to, ...(problem && { problem }) });
  }
  return sums;
}
