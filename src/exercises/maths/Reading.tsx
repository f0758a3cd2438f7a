import type { MathsAnswer } from '../../contract/exercises.ts';
import { FormulaError } from '../judges/formula/formula.ts';
import { parseFormula } from '../judges/formula/parseFormula.ts';
import { readNumber, readNumbers, readShape } from '../judges/readNumber.ts';
import { MathPreview } from './MathPreview.tsx';

interface Props {
  answer: MathsAnswer;
  text: string;
}

/** How the page reads what has been typed so far; nothing where it can't be read yet. */
export function Reading({ answer, text }: Props) {
  try {
    return text.trim() === '' ? null : <>{read(answer, text)}</>;
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

function read(answer: MathsAnswer, text: string) {
  switch (answer.kind) {
    case 'formula':
      return <MathPreview formula={parseFormula(text, Object.keys(answer.symbols))} />;
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
