import { elapsed, pause, start, toClock, type Timer } from './timer.ts';

const storageKey = 'presenter-timer';

/** Shows the time of day and how long the talk has been going on; a reload does not stop the watch. */
export function keepTime(
  clock: HTMLElement,
  watch: HTMLElement,
  pauseButton: HTMLElement,
  resetButton: HTMLElement,
): void {
  let timer = read() ?? start({ before: 0 }, Date.now());
  const set = (changed: Timer) => {
    timer = changed;
    write(timer);
    show();
  };
  function show(): void {
    const now = new Date();
    clock.textContent = now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    watch.textContent = toClock(elapsed(timer, now.getTime()));
    pauseButton.textContent = timer.since === undefined ? 'Continue' : 'Pause';
  }
  pauseButton.addEventListener('click', () =>
    set((timer.since === undefined ? start : pause)(timer, Date.now())),
  );
  resetButton.addEventListener('click', () => set(start({ before: 0 }, Date.now())));
  set(timer);
  setInterval(show, 1000);
}

function read(): Timer | undefined {
  try {
    const { before, since } = JSON.parse(sessionStorage.getItem(storageKey) ?? '') as Timer;
    if (typeof before !== 'number') return undefined;
    return typeof since === 'number' ? { before, since } : { before };
  } catch {
    return undefined;
  }
}

function write(timer: Timer): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(timer));
  } catch {
    // Then a reload starts the watch again.
  }
}
