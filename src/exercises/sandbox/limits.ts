import type { PythonError } from '../../contract/python.ts';

/**
 * How long a program may compute, in milliseconds: ten seconds, and more on a slow or busy machine, where Python's own
 * start took longer as well.
 * @param startMs milliseconds that the start computed
 */
export function usualLimitMs(startMs: number): number {
  const seconds = Math.round((8 * startMs) / 1000);
  return 1000 * Math.min(Math.max(seconds, 10), 60);
}

/** Python stops itself at the limit, and tells the line. What doesn't is ended so late, in milliseconds. */
export function withGrace(limitMs: number): number {
  return limitMs + Math.max(1500, 0.15 * limitMs);
}

/** The page's own errors: what ended a program from outside. */
const own = (kind: string, message: string): PythonError => ({
  kind,
  message,
  traceback: `${kind}: ${message}\n`,
});

/** @param ms milliseconds that the program was allowed */
export function sayTimeLimit(ms: number): PythonError {
  return own('TimeLimit', `the program was stopped after ${ms / 1000} seconds of computing`);
}

export function sayStopped(): PythonError {
  return own('Stopped', 'the program was stopped');
}

/** @param why what the browser says, which may be nothing */
export function sayCrash(why: string): PythonError {
  const reason = why ? `: ${why}` : ', perhaps for lack of memory';
  return own('Crash', `Python itself stopped${reason}. It is started anew for the next run`);
}
