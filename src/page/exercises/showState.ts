import type { Progress } from '../../exercises/progressOf.ts';

const words: Record<Progress, string> = { 'not begun': '', begun: 'begun', solved: 'solved' };

/** Says at an exercise how far the reader is with it. */
export function showState(exercise: string, progress: Progress): void {
  const place = document.querySelector<HTMLElement>(`[data-state-of="${exercise}"]`);
  if (!place) return;
  place.dataset['progress'] = progress;
  place.textContent = words[progress];
}
