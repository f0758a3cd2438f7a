import type { CheckReport, CheckResult } from '../../contract/exercises.ts';
import { shorten } from '../../lib/format.ts';

/** What a judge found, in a sentence. */
export function describeReport({ results }: CheckReport): string {
  const count = (state: boolean | undefined) =>
    results.filter(({ passed }) => passed === state).length;
  const [passed, open] = [count(true), count(undefined)];
  if (passed === results.length)
    return results.length > 1 ? `All ${results.length} checks pass.` : 'It passes.';
  const rest = open > 0 ? `; ${open} not looked at yet` : '';
  return `${passed} of ${results.length} checks ${passed === 1 ? 'passes' : 'pass'} so far${rest}.`;
}

/** The first result to look at; undefined where all pass. */
export function firstFailure({ results }: CheckReport): CheckResult | undefined {
  return results.find(({ passed }) => passed === false);
}

/** The same, and what to look at first, for screen readers. */
export function announceReport(report: CheckReport, mistakes: string[]): string {
  const first = firstFailure(report);
  if (!first) return describeReport(report);
  const named = mistakes.map((title) => ` It looks like this mistake: ${title}.`).join('');
  return `${describeReport(report)}${named} First to look at: ${first.title}. ${shorten(first.detail ?? '', 300)}`;
}
