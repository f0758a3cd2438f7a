import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Exercise } from '../../src/contract/exercises.ts';
import { answerExercise, readAnswer } from './answering/answerExercise.ts';
import { exerciseFile, readyEditor, readyExercise } from './exercise.ts';
import { examine } from './examine.ts';
import { visit } from './reader.ts';

const exercises = Object.values(
  import.meta.glob<Exercise>('../../content/exercises/*/exercise.ts', {
    eager: true,
    import: 'default',
  }),
);
const lessons = [...new Set(exercises.map(({ lesson }) => lesson))];

test.each(lessons)(
  '%s: every exercise is answered wrongly, then solved, and kept',
  async (lesson) => {
    const page = await visit(`${lesson}/`);
    const own = exercises.filter((exercise) => exercise.lesson === lesson);
    const places = own.map((exercise) => ({
      exercise,
      place: page.locator(`#exercise-${exercise.id}`),
    }));
    const answering = [];
    for (const { exercise, place } of places) {
      const state = place.locator('[data-state-of]');
      const ways = await answerExercise(page, exercise);
      await ways.fail();
      await expect.poll(() => state.textContent(), { message: exercise.id }).toBe('begun');
      answering.push({ ...ways, id: exercise.id, state });
    }
    // All at once: each look at a page goes through the whole lesson.
    await expectFaultless(page, own);
    for (const { solve, id, state } of answering) {
      await solve();
      await expect.poll(() => state.textContent(), { message: id }).toBe('solved');
    }
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    await expectFaultless(page, own);

    const given = new Map<string, string[]>();
    for (const { exercise, place } of places) given.set(exercise.id, await readAnswer(place));
    await page.reload();
    for (const { exercise, place } of places) {
      const { id, kind } = exercise;
      await readyExercise(page, id);
      await expect.poll(() => readAnswer(place), { message: id }).toEqual(given.get(id));
      if (kind !== 'code') continue;
      const { text } = await readyEditor(page, id);
      // Of a long program, the editor draws what can be seen.
      const shown = await text();
      expect(shown.length).toBeGreaterThan(300);
      expect(exerciseFile(id, 'solution.py').slice(0, shown.length)).toBe(shown);
    }
    await page.getByText('Contents', { exact: true }).click();
    const contents = page.getByRole('navigation', { name: 'Contents', exact: true });
    const count = own.length === 1 ? 'exercise solved' : `${own.length} of ${own.length} exercises`;
    await contents.locator(`[data-progress-of="${lesson}"]`).getByText(count).waitFor();
  },
);

/** The lesson around them is put out of the way: what is not drawn is soon looked at. */
async function expectFaultless(page: Page, all: Exercise[]): Promise<void> {
  const others = '.lesson > :not(.exercise, h1, h2)';
  const hide = (hidden: boolean) =>
    page.locator(others).evaluateAll((elements, now) => {
      for (const element of elements as HTMLElement[]) element.style.display = now ? 'none' : '';
    }, hidden);
  await hide(true);
  const include = all.map(({ id }) => `#exercise-${id}`).join(', ');
  const violations = await examine(page, { include });
  await hide(false);
  expect(violations).toEqual([]);
}
