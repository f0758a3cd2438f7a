import type { Locator } from 'playwright';
import { expect } from 'vitest';
import type { OrderingExercise, OrderingQuestion } from '../../../src/contract/exercises.ts';
import type { Answering } from './answering.ts';

/** Puts the cards in a wrong order by keyboard, makes a wrong choice, then the right ones. */
export function answerOrdering(exercise: Locator, { questions }: OrderingExercise): Answering {
  const answer = async (question: OrderingQuestion, order: readonly string[]) => {
    const { title, asks, items } = question;
    const holder = exercise
      .locator('.question')
      .filter({ has: exercise.page().getByRole('heading', { name: title, exact: true }) });
    if (asks === 'choice') {
      const text = items.find(({ id }) => id === order[0])!.text;
      await holder.getByRole('button', { name: text, exact: true }).click();
    } else {
      for (const [place, id] of order.entries()) {
        const cards = await holder
          .locator('[data-item]')
          .evaluateAll((all) => all.map((card) => card.getAttribute('data-item')));
        await holder.locator(`[data-item="${id}"] button`).first().focus();
        for (let at = cards.indexOf(id); at > place; at--)
          await exercise.page().keyboard.press('Enter');
      }
      await holder.getByRole('button', { name: 'Check the order' }).click();
    }
    return holder.locator('.verdict').innerText();
  };
  return {
    async fail() {
      for (const question of questions) {
        const whole = question.asks === 'choice' ? 1 : question.items.length;
        const mistake = question.mistakes.find(({ order }) => order.length === whole)!;
        expect(await answer(question, mistake.order)).toMatch(/^Not yet\. /);
        expect(await exercise.getByRole('status').allInnerTexts()).toContain(
          `Not yet. ${mistake.says}`,
        );
      }
    },
    async solve() {
      for (const question of questions)
        expect(await answer(question, question.right[0]!)).toMatch(/^Right\. /);
    },
  };
}
