import { readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts the tests of a vitest run. A run that crashed, ran nothing or ended badly for another reason than
 * a failed test counts as one failure, and so does each file that could not be loaded.
 */
export function countTests(reportFile: string, exitedWell: boolean): Counts {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 1 };
  }
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles.length;
  const ranNothing = passed + failed === 0;
  return { passed, failed: failed === 0 && (ranNothing || !exitedWell) ? 1 : failed };
}
