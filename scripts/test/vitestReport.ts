import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export interface Counts {
  passed: number;
  failed: number;
}

export interface TimedTest {
  file: string;
  name: string;
  ms: number;
  isSkipped: boolean;
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string; duration?: number | null }[];
  }[];
}

/**
 * Counts the tests of a vitest run that writes its report to a file. A run that crashed, ran nothing or ended
 * badly for another reason than a failed test counts as one failure, and so does each file that could not be
 * loaded.
 * @param run returns whether it ended well
 */
export async function countTests(reportFile: string, run: () => Promise<boolean>): Promise<Counts> {
  mkdirSync(path.dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const exitedWell = await run();
  const report = readReport(reportFile);
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles.length;
  const ranNothing = passed + failed === 0;
  return { passed, failed: failed === 0 && (ranNothing || !exitedWell) ? 1 : failed };
}

/** The tests of a report and what each took; none if there is no report. */
export function listTests(reportFile: string): TimedTest[] {
  return (readReport(reportFile)?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({
      file: path.basename(name),
      name: fullName,
      ms: duration ?? 0,
      isSkipped: status === 'skipped',
    })),
  );
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
