import type { Locator } from 'playwright';
import { expect } from 'vitest';
import type { MathsAnswer, MathsExercise, MathsQuestion } from '../../../src/contract/exercises.ts';
import type { Answering } from './answering.ts';

/** Types a usual wrong answer to each question, then the right one. */
export function answerMaths(exercise: Locator, { questions }: MathsExercise): Answering {
  const type = async (question: MathsQuestion, text: string) => {
    const box = exercise.page().getByRole('textbox', { name: question.title, exact: true });
    const holder = exercise.locator('.question').filter({ has: box });
    await holder.locator(box).fill(text);
    await holder.locator(box).press('Enter');
    return holder.locator('.verdict').innerText();
  };
  return {
    async fail() {
      for (const question of questions) {
        const [mistake] = question.mistakes;
        if (question.answer.kind === 'formula')
          expect(await type(question, `${mistake!.answer} + (`)).toMatch(/^Can’t read this\./);
        expect(await type(question, mistake!.answer)).toMatch(/^Not yet\. /);
        expect(await exercise.locator('.reading').first().innerHTML()).not.toBe('');
        expect(await exercise.getByRole('status').allInnerTexts()).toContain(
          `Not yet. ${mistake!.says}`,
        );
      }
    },
    async solve() {
      for (const question of questions)
        expect(await type(question, textOf(question.answer))).toMatch(/^Right\. /);
    },
  };
}

/** As a reader would type it. */
function textOf(answer: MathsAnswer): string {
  switch (answer.kind) {
    case 'number':
      return String(answer.value);
    case 'numbers':
      return answer.values.join(', ');
    case 'shape':
      return `[${answer.shape.join(', ')}]`;
    case 'formula':
      return answer.formula;
  }
}
