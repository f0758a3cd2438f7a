import type { MathsAnswer } from '../../contract/exercises.ts';

/** The right answer to a question, as a teacher reads it: `230,144`, `35 %`, `[1, 64, 112, 112]` or a formula. */
export function sayMathsAnswer(answer: MathsAnswer): string {
  switch (answer.kind) {
    case 'formula':
      return answer.formula;
    case 'shape':
      return `[${answer.shape.join(', ')}]`;
    case 'numbers':
      return answer.values.map(sayNumber).join('; ');
    case 'number':
      return answer.isShare ? `${sayNumber(answer.value * 100)} %` : sayNumber(answer.value);
  }
}

/** Whole numbers whole, others to four digits: more than the answer is judged by. */
function sayNumber(value: number): string {
  const digits = Number.isInteger(value) ? value : Number(value.toPrecision(4));
  return digits.toLocaleString('en-GB', { maximumFractionDigits: 10 }).replace('-', '−');
}
