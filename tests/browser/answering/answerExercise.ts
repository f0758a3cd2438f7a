import type { Locator, Page } from 'playwright';
import type { Exercise } from '../../../src/contract/exercises.ts';
import { readyExercise } from '../exercise.ts';
import type { Answering } from './answering.ts';
import { answerCode } from './code.ts';
import { answerExperiment } from './experiment.ts';
import { answerMaths } from './maths.ts';
import { answerOrdering } from './ordering.ts';
import { answerReflection } from './reflection.ts';

/** How the exercise, which is ready, is answered, by its kind. */
export async function answerExercise(page: Page, exercise: Exercise): Promise<Answering> {
  const place = await readyExercise(page, exercise.id);
  switch (exercise.kind) {
    case 'code':
      return answerCode(page, exercise);
    case 'maths':
      return answerMaths(place, exercise);
    case 'ordering':
      return answerOrdering(place, exercise);
    case 'experiment':
      return answerExperiment(place, exercise);
    case 'reflection':
      return answerReflection(place, exercise);
  }
}

/** All that a reader has answered at an exercise, and what is said of it, as the page shows it. */
export function readAnswer(exercise: Locator): Promise<string[]> {
  return exercise.evaluate((place) => {
    const parts = [
      ...place.querySelectorAll(
        'input, select, textarea, [aria-pressed], .order-card, .verdict:not([hidden]), .verdicts-sum, [data-verdict] > div, [data-state-of]',
      ),
    ];
    return parts.map((part) => {
      if (part instanceof HTMLInputElement && part.type === 'checkbox') return `${part.checked}`;
      if ('value' in part && part.tagName !== 'LI' && part.tagName !== 'BUTTON')
        return part.value as string;
      return `${part.getAttribute('aria-pressed') ?? ''} ${part.textContent}`.trim();
    });
  });
}
