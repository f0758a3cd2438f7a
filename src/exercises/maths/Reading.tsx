import type { MathsAnswer } from '../../contract/exercises.ts';
import { FormulaError, type Formula } from '../judges/formula/formula.ts';
import { parseFormula } from '../judges/formula/parseFormula.ts';
import { readNumber, readNumbers, readShape } from '../judges/readNumber.ts';
import { MathPreview } from './MathPreview.tsx';

interface Props {
  answer: MathsAnswer;
  text: string;
}

/** How the page reads what has been typed so far; nothing where it can't be read yet. */
export function Reading({ answer, text }: Props) {
  const read = readOrNull(answer, text);
  if (read === null || typeof read === 'string') return read;
  return <MathPreview formula={read} />;
}

function readOrNull(answer: MathsAnswer, text: string): Formula | string | null {
  try {
    return text.trim() === '' ? null : readAnswer(answer, text);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

function readAnswer(answer: MathsAnswer, text: string): Formula | string {
  switch (answer.kind) {
    case 'formula':
      return parseFormula(text, Object.keys(answer.symbols));
    case 'number':
      return say([readNumber(text, { whole: Number.isInteger(answer.value) && !answer.within })]);
    case 'numbers':
      return say(readNumbers(text, answer.values.length));
    case 'shape':
      return `[${readShape(text).join(', ')}]`;
  }
}

/** As many digits as a reader may want to compare. */
const say = (values: readonly number[]) =>
  values
    .map((value) =>
      value.toLocaleString('en-GB', { maximumSignificantDigits: 6 }).replace('-', '−'),
    )
    .join(' ; ');
