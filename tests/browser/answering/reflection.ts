import type { Locator } from 'playwright';
import { expect } from 'vitest';
import type { ReflectionExercise } from '../../../src/contract/exercises.ts';
import type { Answering } from './answering.ts';

/** Writes too little, then enough, opens the model answer, and judges. */
export function answerReflection(exercise: Locator, { leastWords }: ReflectionExercise): Answering {
  const notes = exercise.getByRole('textbox', { name: 'Your notes' });
  const show = exercise.getByRole('button', { name: 'Show the model answer' });
  return {
    async fail() {
      await notes.fill('A deep network could copy a shallow one.');
      expect(await show.getAttribute('aria-disabled')).toBe('true');
      expect(await exercise.getByText(`can be opened after ${leastWords}`).count()).toBe(1);
    },
    async solve() {
      await notes.fill('It could copy the shallow one, and yet it does worse. '.repeat(10));
      await show.click();
      await exercise.getByRole('button', { name: 'Show it' }).click();
      expect(await exercise.locator('.exercise-helps .solution').innerText()).toMatch(/\w{4}/);
      for (const box of await exercise.getByRole('checkbox').all()) await box.check();
    },
  };
}
