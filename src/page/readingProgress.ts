import { readStored, store } from './deviceStorage.ts';

const storageKey = 'reading-progress';

/** Lesson id → the furthest share of the lesson that was on screen, 0 to 1. */
type Progress = Record<string, number>;

/** Draws how far the open lesson was read and marks the lessons in every contents list. */
export function trackReading(): void {
  const progress = parseProgress(readStored(storageKey));
  mark(progress);

  const main = document.querySelector<HTMLElement>('[data-lesson]');
  const bar = document.querySelector<HTMLElement>('[data-reading-bar]');
  const id = main?.dataset['lesson'];
  if (!main || !bar || !id) return;

  let frame = 0;
  const update = () => {
    frame = 0;
    const { top, height } = main.getBoundingClientRect();
    const seen = Math.min(1, Math.max(0, (innerHeight - top) / height));
    bar.style.setProperty('--read', String(seen));
    if (seen <= (progress[id] ?? 0)) return;
    progress[id] = seen;
    store(storageKey, JSON.stringify(progress));
    mark(progress);
  };
  const soon = () => {
    frame ||= requestAnimationFrame(update);
  };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon);
  update();
}

function mark(progress: Progress): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-progress-of]')) {
    const label = item.querySelector('.read-mark');
    if (label) label.textContent = markOf(progress[item.dataset['progressOf'] ?? ''] ?? 0);
  }
}

/** What a contents list says of a lesson of which this share was read. */
export function markOf(share: number): string {
  if (share === 0) return '';
  return share > 0.97 ? 'read' : `${Math.round(share * 100)} % read`;
}

/** What was stored, without what is no progress; nothing where it cannot be read. */
export function parseProgress(stored: string | null): Progress {
  try {
    const progress: unknown = JSON.parse(stored ?? '{}');
    if (typeof progress !== 'object' || progress === null) return {};
    return Object.fromEntries(
      Object.entries(progress).filter(([, share]) => share >= 0 && share <= 1),
    );
  } catch {
    return {};
  }
}
