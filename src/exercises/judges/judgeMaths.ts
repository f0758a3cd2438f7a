import type {
  CheckReport,
  MathsAnswer,
  MathsExercise,
  MathsQuestion,
} from '../../contract/exercises.ts';
import { areEqual } from './formula/areEqual.ts';
import { evaluate } from './formula/evaluate.ts';
import { FormulaError, type Formula } from './formula/formula.ts';
import { parseFormula } from './formula/parseFormula.ts';
import { sayName } from './formula/tokenise.ts';
import { unanswered, type Judgement } from './judgement.ts';
import { lastPlace, readNumber, readNumbers, readShape } from './readNumber.ts';
import { reportOf } from './reportOf.ts';

/** The report on an exercise. @param texts what was typed, by question; nothing is said of what is left out */
export function checkMaths(
  { questions }: MathsExercise,
  texts: Readonly<Record<string, string>>,
): CheckReport {
  return reportOf(
    questions.map((question) => ({
      ...{ id: question.id, title: question.title },
      judgement: judgeMaths(question, texts[question.id] ?? ''),
    })),
  );
}

/** Whether what was typed answers a question; where not, which usual mistake it is, or where it can't be read. */
export function judgeMaths(question: MathsQuestion, text: string): Judgement {
  if (text.trim() === '') return unanswered;
  try {
    const matches = reader(question.answer, text);
    if (matches(rightAnswer(question.answer))) return { right: true, says: question.because };
    const mistake = question.mistakes.find(({ answer }) => matches(answer));
    if (mistake) return { right: false, says: mistake.says, isNamed: true };
    return judgeRounded(question, text) ?? { right: false, says: tryOut(question.answer, text) };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { says: error.message, at: { start: error.at, length: error.length } };
  }
}

/** A number whose last decimal has been rounded, or a share typed as a number of per cent. */
function judgeRounded({ answer, mistakes }: MathsQuestion, text: string): Judgement | null {
  if (answer.kind !== 'number') return null;
  const value = readNumber(text);
  if (answer.isShare && isNear([value / 100], [answer.value], answer))
    return {
      ...{ right: false, isNamed: true },
      says: 'That is the percentage without its sign. Type it with %, or as a share between 0 and 1.',
    };
  const within = lastPlace(text) / 2;
  if (within === 0) return null;
  if (isNear([value], [answer.value], { within }))
    return { right: false, says: 'That is close, but rounded too far. Give one more decimal.' };
  const mistake = mistakes.find((one) => isNear([value], [readNumber(one.answer)], { within }));
  return mistake ? { right: false, says: mistake.says, isNamed: true } : null;
}

/**
 * Reads an answer; what is returned compares it with another, in the notation of the exercise or as the right one.
 * @throws {FormulaError} where the text cannot be read
 */
function reader(answer: MathsAnswer, text: string): (other: string | number[] | number) => boolean {
  switch (answer.kind) {
    case 'formula': {
      const names = Object.keys(answer.symbols);
      const formula = parseFormula(text, names);
      return (other) => areEqual(formula, parseFormula(other as string, names), names);
    }
    case 'number': {
      const whole = Number.isInteger(answer.value) && !answer.within;
      const value = readNumber(text, { whole });
      return (other) =>
        isNear(
          [value],
          [typeof other === 'string' ? readNumber(other) : (other as number)],
          answer,
        );
    }
    case 'numbers': {
      const values = readNumbers(text, answer.values.length);
      return (other) =>
        isNear(
          values,
          typeof other === 'string' ? readNumbers(other, values.length) : (other as number[]),
          answer,
        );
    }
    case 'shape': {
      const shape = readShape(text);
      return (other) =>
        isNear(shape, typeof other === 'string' ? readShape(other) : (other as number[]), {});
    }
  }
}

function rightAnswer(answer: MathsAnswer): string | number[] | number {
  switch (answer.kind) {
    case 'formula':
      return answer.formula;
    case 'number':
      return answer.value;
    case 'numbers':
      return answer.values;
    case 'shape':
      return answer.shape;
  }
}

/** A rounded last digit is no mistake of floating point's. */
function isNear(
  values: readonly number[],
  others: readonly number[],
  { within = 0 }: { within?: number },
): boolean {
  return (
    values.length === others.length &&
    values.every((value, i) => Math.abs(value - (others[i] ?? NaN)) <= within * (1 + 1e-9) + 1e-9)
  );
}

/** What shows that an answer is wrong where no mistake is recognised. */
function tryOut(answer: MathsAnswer, text: string): string {
  if (answer.kind === 'formula') return tryFormula(answer, text);
  if (answer.kind === 'shape') return sayShapes(readShape(text), answer.shape);
  if (answer.kind === 'numbers') {
    const values = readNumbers(text, answer.values.length);
    const right = answer.values.filter((value, i) =>
      isNear([values[i] ?? NaN], [value], answer),
    ).length;
    return right === 0
      ? 'None of these is right yet.'
      : `${right} of the ${answer.values.length} are right.`;
  }
  const whole = Number.isInteger(answer.value) && !answer.within;
  const off = readNumber(text, { whole }) - answer.value;
  return `That is too ${off > 0 ? 'large' : 'small'}.`;
}

function sayShapes(shape: readonly number[], right: readonly number[]): string {
  if (shape.length !== right.length)
    return `This shape has ${shape.length === 1 ? 'one number' : `${shape.length} numbers`}; PyTorch’s has ${right.length}: batch, channels, height, width.`;
  const names = ['the batch size', 'the channels', 'the height', 'the width'];
  const wrong = names.filter((_, i) => shape[i] !== right[i]);
  return `Look again at ${wrong.join(' and ')}.`;
}

/** The reader's formula and the right one at a place where they differ. */
function tryFormula(answer: MathsAnswer & { kind: 'formula' }, text: string): string {
  const names = Object.keys(answer.symbols);
  const [own, right] = [text, answer.formula].map((formula) => parseFormula(formula, names));
  if (!own || !right) return '';
  const used = names.filter((name) => uses(own, name) || uses(right, name));
  const place = used.map((name) => `${sayName(name)} = ${answer.symbols[name]}`).join(', ');
  const [found, expected] = [own, right].map((formula) => evaluate(formula, answer.symbols));
  if (found === undefined || expected === undefined) return '';
  if (found.toPrecision(3) === expected.toPrecision(3)) return 'Not yet.';
  return `Not yet. Try ${place}: yours is ${sayValue(found)}, the derivative is ${sayValue(expected)}.`;
}

const sayValue = (value: number) =>
  Number.isFinite(value)
    ? String(Number(value.toPrecision(3))).replace('-', '−')
    : 'without a value';

function uses(formula: Formula, name: string): boolean {
  switch (formula.kind) {
    case 'number':
      return false;
    case 'symbol':
      return formula.name === name;
    case 'operation':
      return uses(formula.left, name) || uses(formula.right, name);
    case 'negative':
    case 'call':
      return uses(formula.of, name);
  }
}
