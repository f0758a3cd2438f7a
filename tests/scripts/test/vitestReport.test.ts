import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countTests } from '../../../scripts/test/vitestReport.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'report-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function count(report: unknown, exitedWell: boolean) {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
  return countTests(file, exitedWell);
}

const file = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((result) => ({ status: result })),
});

test('counts tests', () => {
  const good = { numPassedTests: 5, numFailedTests: 0, testResults: [file('passed', 'passed')] };
  expect(count(good, true)).toEqual({ passed: 5, failed: 0 });
  const bad = { numPassedTests: 4, numFailedTests: 2, testResults: [file('failed', 'failed')] };
  expect(count(bad, false)).toEqual({ passed: 4, failed: 2 });
});

test('a file that cannot be loaded is a failure', () => {
  const report = { numPassedTests: 4, numFailedTests: 0, testResults: [file('failed')] };
  expect(count(report, false)).toEqual({ passed: 4, failed: 1 });
});

test('a run that ended badly without a failed test is a failure', () => {
  const report = { numPassedTests: 4, numFailedTests: 0, testResults: [file('passed', 'passed')] };
  expect(count(report, false)).toEqual({ passed: 4, failed: 1 });
});

test('a run of no tests, or without a report, is a failure', () => {
  const nothing = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  expect(count(nothing, true)).toEqual({ passed: 0, failed: 1 });
  expect(count('{"numPass', true)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(path.join(folder, 'none.json'), true)).toEqual({ passed: 0, failed: 1 });
});
