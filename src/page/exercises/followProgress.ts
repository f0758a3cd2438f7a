import type { KeptAnswer } from '../../contract/exercises.ts';
import { openAnswerChannel } from '../../exercises/answers/answerNews.ts';
import { readAllAnswers } from '../../exercises/answers/readAllAnswers.ts';
import { progressOf } from '../../exercises/progressOf.ts';
import { showState } from './showState.ts';

/** Shows the reader's progress now, and again whenever an answer is written, here or in another tab. */
export function followProgress(): void {
  const show = async () => {
    // Where storage refuses, the exercises themselves say so.
    const answers = await readAllAnswers().catch(() => []);
    for (const list of document.querySelectorAll<HTMLElement>('[data-exercises]')) {
      const ids = list.dataset['exercises']?.split(' ') ?? [];
      list.textContent = countSolved(ids, answers);
    }
    for (const answer of answers) showState(answer.exercise, progressOf(answer));
  };
  openAnswerChannel(({ exercise, isGone }) => {
    if (isGone) showState(exercise, 'not begun');
    void show();
  });
  void show();
}

/** Such as `2 of 3 exercises solved`; nothing before the first is begun. */
export function countSolved(exercises: string[], answers: KeptAnswer[]): string {
  const states = answers
    .filter(({ exercise }) => exercises.includes(exercise))
    .map(progressOf)
    .filter((progress) => progress !== 'not begun');
  const solved = states.filter((progress) => progress === 'solved').length;
  if (states.length === 0) return '';
  if (exercises.length === 1) return solved ? 'exercise solved' : 'exercise begun';
  return `${solved} of ${exercises.length} exercises solved`;
}
