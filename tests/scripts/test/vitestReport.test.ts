import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countTests, listTests } from '../../../scripts/test/vitestReport.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'report-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const reportFile = () => path.join(folder, 'reports/report.json');

/** Counts a run that writes this report. */
function count(report: unknown, exitedWell: boolean) {
  return countTests(reportFile(), async () => {
    writeFileSync(reportFile(), typeof report === 'string' ? report : JSON.stringify(report));
    return exitedWell;
  });
}

const file = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((result) => ({ status: result })),
});

test('counts tests', async () => {
  const good = { numPassedTests: 5, numFailedTests: 0, testResults: [file('passed', 'passed')] };
  expect(await count(good, true)).toEqual({ passed: 5, failed: 0 });
  const bad = { numPassedTests: 4, numFailedTests: 2, testResults: [file('failed', 'failed')] };
  expect(await count(bad, false)).toEqual({ passed: 4, failed: 2 });
});

test('a file that cannot be loaded is a failure', async () => {
  const report = { numPassedTests: 4, numFailedTests: 0, testResults: [file('failed')] };
  expect(await count(report, false)).toEqual({ passed: 4, failed: 1 });
});

test('a run that ended badly without a failed test is a failure', async () => {
  const report = { numPassedTests: 4, numFailedTests: 0, testResults: [file('passed', 'passed')] };
  expect(await count(report, false)).toEqual({ passed: 4, failed: 1 });
});

test('a run of no tests, or without a report, is a failure', async () => {
  const nothing = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  expect(await count(nothing, true)).toEqual({ passed: 0, failed: 1 });
  expect(await count('{"numPass', true)).toEqual({ passed: 0, failed: 1 });
  await count({ numPassedTests: 1, numFailedTests: 0, testResults: [] }, true);
  expect(await countTests(reportFile(), async () => true)).toEqual({ passed: 0, failed: 1 });
});

test('tells what each test took, and which were skipped', async () => {
  const assertionResults = [
    { fullName: 'it adds', status: 'passed', duration: 12.5 },
    { fullName: 'it was skipped', status: 'skipped' },
  ];
  const testResults = [{ name: '/here/add.test.ts', status: 'passed', assertionResults }];
  await count({ numPassedTests: 1, numFailedTests: 0, testResults }, true);
  expect(listTests(reportFile())).toEqual([
    { file: 'add.test.ts', name: 'it adds', ms: 12.5, isSkipped: false },
    { file: 'add.test.ts', name: 'it was skipped', ms: 0, isSkipped: true },
  ]);
  expect(listTests(path.join(folder, 'none.json'))).toEqual([]);
});
