import type { CheckReport } from '../../contract/exercises.ts';
import type { PythonError } from '../../contract/python.ts';
import { megabytes } from '../../lib/format.ts';
import { shownText } from '../sandbox/printed.ts';
import type { PythonRun } from './pythonRuns.ts';

/** What happens now, for the row of buttons; nothing while nothing does. */
export function describePhase({ asked, phase, progress }: PythonRun): string {
  if (phase === 'idle') return '';
  if (phase === 'running') return asked === 'check' ? 'Checking your code …' : 'Running …';
  if (progress && progress.for !== 'start') {
    const { received, total } = progress;
    const what = progress.for === 'network' ? 'the network' : 'Python';
    return `Fetching ${what}, ${megabytes(received)} of ${megabytes(total)} MB; it stays in the browser’s cache.`;
  }
  return progress ? 'Starting Python …' : 'Waiting for Python …';
}

/** A program that only defines something leaves a reader who has run it with nothing to see. */
export const printedNothing =
  'Your code ran and printed nothing. To see something, add a line that prints, or end with an expression, as in a notebook.';

/** How a run or a check without a report ended, for screen readers. */
export function describeEnd({ asked, printed, value, error, problem }: PythonRun): string {
  if (problem) return problem;
  if (error) return describeError(error);
  if (asked === 'check') return '';
  const all = `${shownText(printed)}${value ?? ''}`.trim();
  if (all === '') return printedNothing;
  return all.length < 300 ? `Your code ran: ${all}` : 'Your code ran. What it printed is below.';
}

/** Limits of the page itself, and what to think of. */
const limits: Record<string, string> = {
  TimeLimit: 'Is there a loop that never ends?',
  MemoryLimit: 'It asked for more memory than a page may have. Is a tensor larger than you meant?',
};

/** An error in a sentence or two. */
export function describeError({ kind, message, line }: PythonError): string {
  if (kind === 'Stopped') return 'You stopped it.';
  if (limits[kind]) return `${sentence(message)} ${limits[kind]}`;
  const where = line === undefined ? '' : ` on line ${line}`;
  return `${kind}${where}${message ? `: ${message}` : '.'}`;
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

/** What a check found of code that did not run to its end, after what it found of its classes and functions. */
export function reportError(error: PythonError, found?: CheckReport): CheckReport {
  const runs = { id: 'runs', title: 'Your code runs', passed: false };
  // What the lines at its end met, a check has often met before.
  const isTold = found?.results.some(
    ({ passed, detail }) => passed === false && detail?.includes(error.message.slice(0, 100)),
  );
  const detail =
    isTold && error.message ? `The same ${error.kind} stops it.` : describeError(error);
  return {
    results: [...(found?.results ?? []), { ...runs, detail }],
    mistakes: found?.mistakes ?? [],
  };
}
