import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { CodeExercise } from '../../../src/contract/exercises.ts';
import { readSubmissions } from '../../exercises/readSubmissions.ts';
import { exerciseFile, readyEditor } from '../exercise.ts';
import type { Answering } from './answering.ts';

/** Puts a wrong program into the editor, is told of the mistake, puts the solution there. */
export async function answerCode(page: Page, { id }: CodeExercise): Promise<Answering> {
  const { exercise, put, button, checked } = await readyEditor(page, id);
  return {
    async fail() {
      const { code, mistake } = firstWrong(id);
      const title = titleOf(id, mistake);
      await put(code);
      await button('Check').click();
      const verdicts = await checked();
      expect(await verdicts.locator('.mistake-title').allInnerTexts()).toContain(title);
      expect(await exercise.getByRole('status').allInnerTexts()).toContainEqual(
        expect.stringContaining(`It looks like this mistake: ${title}`),
      );
      expect(await verdicts.locator('li[data-first] .verdict-title').innerText()).not.toBe('');
    },
    async solve() {
      await put(exerciseFile(id, 'solution.py'));
      await exercise.locator('.verdicts[data-old]').waitFor();
      await page.keyboard.press('Control+Enter');
      await checked();
      expect(await exercise.locator('.verdicts-sum').innerText()).toMatch(
        /^All \d+ checks pass\.$/,
      );
    },
  };
}

/** The first wrong answer that the graders know (tests/exercises/grading.py), and the mistake that its reader is told of. */
function firstWrong(id: string): { code: string; mistake: string } {
  const [head = '', cell = ''] = `\n${readSubmissions(id)['wrong.py']}`.split('\n# %% ');
  const [title = '', ...lines] = cell.split('\n');
  return { code: [head, ...lines].join('\n').trim(), mistake: title.split(' -> ')[1] ?? '' };
}

function titleOf(id: string, mistake: string): string | undefined {
  const text = exerciseFile(id, 'mistakes.mdx');
  return new RegExp(`<Mistake id="${mistake}" title="([^"]+)"`).exec(text)?.[1];
}
