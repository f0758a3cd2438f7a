import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';

/** A file beside an exercise, such as its solution. */
export function exerciseFile(id: string, name: string): string {
  return readFileSync(new URL(`../../content/exercises/${id}/${name}`, import.meta.url), 'utf8');
}

/** An exercise of an open page, ready to be answered. */
export async function readyExercise(page: Page, id: string): Promise<Locator> {
  const exercise = page.locator(`#exercise-${id}`);
  await exercise.scrollIntoViewIfNeeded();
  await page.locator(`#exercise-${id}[data-ready]`).waitFor();
  return exercise;
}

/** An exercise in code, with its editor. */
export async function readyEditor(page: Page, id: string) {
  const exercise = await readyExercise(page, id);
  await exercise.locator('[data-editor="here"]').waitFor();
  const code = exercise.getByRole('textbox');
  return {
    exercise,
    code,
    /** Puts a program into the editor, as from the clipboard. */
    async put(text: string) {
      await code.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(text);
    },
    /** What the editor holds. */
    text: async () => (await exercise.locator('.cm-line').allTextContents()).join('\n'),
    button: (name: string) => exercise.getByRole('button', { name, exact: true }),
    /** Waits until a check has found something, in the newest answer. */
    async checked() {
      await exercise.locator('.verdicts:not([data-old])').waitFor();
      return exercise.locator('.verdicts');
    },
  };
}
