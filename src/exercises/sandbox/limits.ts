import type { PythonError } from '../../contract/python.ts';

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
