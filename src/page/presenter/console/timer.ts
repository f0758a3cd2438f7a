/** A stopwatch, in milliseconds. */
export interface Timer {
  /** What it counted before it was last started. */
  before: number;
  /** When it was started; none while it rests. */
  since?: number;
}

export function start({ before }: Timer, now: number): Timer {
  return { before, since: now };
}

export function pause(timer: Timer, now: number): Timer {
  return { before: elapsed(timer, now) };
}

export function elapsed({ before, since }: Timer, now: number): number {
  return before + (since === undefined ? 0 : Math.max(0, now - since));
}

/** `4:05`, or `1:04:05` from an hour on. */
export function toClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value % 60).padStart(2, '0');
  const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3600)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
