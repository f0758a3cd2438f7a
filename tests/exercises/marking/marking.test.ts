import { expect, test } from 'vitest';
import type {
  CheckReport,
  CodeExercise,
  Exercise,
  KeptAnswer,
  MathsExercise,
  OrderingExercise,
  ReflectionExercise,
} from '../../../src/contract/exercises.ts';
import { checkAgain, jobsOf, type Job } from '../../../src/exercises/marking/checkAgain.ts';
import { claimOf, differenceOf } from '../../../src/exercises/marking/claim.ts';
import {
  joinHandedIn,
  readHandedIn,
  type HandedIn,
} from '../../../src/exercises/marking/handedIn.ts';
import { cellKey, toTable } from '../../../src/exercises/marking/toTable.ts';
import type { PythonClient } from '../../../src/exercises/sandbox/pythonClient.ts';

const block: CodeExercise = {
  ...{ kind: 'code', id: 'block', title: 'A block', lesson: 'block', guide: 'code' },
  ...{ version: 1, defines: ['Block'] },
};
const essay: ReflectionExercise = {
  ...{ kind: 'reflection', id: 'essay', title: 'Why?', lesson: 'block', guide: 'why' },
  ...{ version: 1, leastWords: 5, rubric: [] },
};
const sum: MathsExercise = { ...essay, kind: 'maths', id: 'sum', questions: [] };
const order: OrderingExercise = { ...essay, kind: 'ordering', id: 'order', questions: [] };
const kept = (more: Partial<KeptAnswer>): KeptAnswer => ({
  ...{ exercise: 'block', version: 1, changedAt: 1000 },
  ...more,
});
const report = (...passed: boolean[]): CheckReport => ({
  results: passed.map((one, index) => ({ id: `check ${index}`, title: 'It holds', passed: one })),
  mistakes: [],
});
const learner = (name: string, ...answers: KeptAnswer[]): HandedIn => ({
  ...{ key: name, file: `${name}.json`, name, savedAt: '2026-11-20T12:00:00.000Z' },
  answers: new Map(answers.map((answer) => [answer.exercise, answer])),
});

test('files are read one by one: a sentence for each that is bad, and the later of two answers', async () => {
  const content = (answers: unknown[], more = {}) =>
    JSON.stringify({
      ...{ format: 'skip-connections answers 1', name: ' ', savedAt: '2026-11-20', answers },
      ...more,
    });
  const later = kept({ answer: 'later', changedAt: 2000 });
  const { handedIn, problems } = await readHandedIn([
    new File([content([later, kept({ answer: 'earlier' })])], 'good.json'),
    new File(['{'], 'half.json'),
    new File([content([], { format: 'another' })], 'other.json'),
    // No Date reaches so far.
    new File([content([kept({ changedAt: 1e300 })])], 'far.json'),
    new File(['['.repeat(1e5) + ']'.repeat(1e5)], 'deep.json'),
  ]);
  expect(handedIn.map(({ name, answers }) => [name, answers.get('block')?.answer])).toEqual([
    ['good.json', 'later'],
  ]);
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'half.json',
    'other.json',
    'far.json',
    'deep.json',
  ]);
  expect(joinHandedIn(handedIn, [...handedIn, learner('Ada')]).map(({ name }) => name)).toEqual([
    'Ada',
    'good.json',
  ]);
});

test('a claim is of the code that solved the exercise, and differs where the checks disagree', () => {
  const solved = claimOf(kept({ answer: 'new', solvedAt: 1, solvedWith: 'old' }))!;
  expect(solved).toMatchObject({ answer: 'old', isSolved: true });
  expect(differenceOf(solved, report(true, true))).toBe('');
  expect(differenceOf(solved, report(true, false))).toContain('do not all pass');
  const begun = claimOf(kept({ answer: 'x', judged: 'x', report: report(false, true) }))!;
  expect(differenceOf(begun, report(true, true))).toContain('does not say that it is solved');
  expect(differenceOf(begun, report(false, true))).toBe('');
  expect(differenceOf(begun, report(true, false))).toContain('other checks fail');
  expect(claimOf(kept({}))).toBeUndefined();
  const odd = learner('Ada', kept({ answer: { not: 'code' } }));
  expect(jobsOf([odd], [block])).toEqual([]);
});

test('the checks run one after the other, each learner’s in a Python of their own, until stopped', async () => {
  const ada = learner('Ada', kept({ answer: 'a' }), kept({ exercise: 'second', answer: 'b' }));
  const zoe = learner(
    'Zoë',
    ...[kept({ answer: 'c' }), kept({ exercise: 'essay', answer: 'd' })],
    ...[kept({ exercise: 'sum', answer: { one: '1' } }), kept({ exercise: 'order', answer: 'e' })],
  );
  const jobs = jobsOf([ada, zoe], [block, { ...block, id: 'second' }, essay, sum, order]);
  expect(jobs.map(({ answer }) => answer)).toEqual(['a', 'b', 'c', { one: '1' }, 'e']);
  const log: string[] = [];
  let opened = 0;
  const run = (stopAt?: string) => {
    const controller = new AbortController();
    const open = () => {
      const name = `Python ${++opened}`;
      return {
        check: (code: string, checks: string) => {
          if (code === stopAt) controller.abort();
          log.push(`${name}: ${code} by ${checks}`);
          return Promise.resolve({ ok: true, report: report(true) });
        },
        dispose: () => log.push(`${name} ends`),
        stop: () => log.push(`${name} stops`),
      } as unknown as PythonClient;
    };
    return checkAgain(jobs, {
      ...{ open, signal: controller.signal, checks: (id: string) => `checks of ${id}` },
      onJob: () => undefined,
      // What is no answer of its kind has none.
      judge: ({ id }: Exercise) => (id === 'sum' ? report(true) : undefined),
      onFound: ({ exercise: { kind }, answer }: Job) =>
        log.push(kind === 'code' ? `found ${answer as string}` : `judged ${kind}`),
    });
  };
  await run();
  expect(log.splice(0)).toEqual([
    ...['Python 1: a by checks of block', 'found a', 'Python 1: b by checks of second', 'found b'],
    ...['Python 1 ends', 'Python 2: c by checks of block', 'found c', 'judged maths'],
    'Python 2 ends',
  ]);
  await run('b');
  expect(log).toEqual([
    ...['Python 3: a by checks of block', 'found a'],
    ...['Python 3 stops', 'Python 3: b by checks of second', 'Python 3 ends'],
  ]);
});

test('the table to download says how far, since when, and what was found again; names are no formulas', () => {
  const ada = learner('=1+1', kept({ answer: 'a', solvedAt: 0 }));
  const found = new Map([[cellKey(ada, block), report(false)]]);
  const { head, rows } = toTable([ada], [block, essay], found);
  expect(head).toEqual([
    ...['name', 'file', 'downloaded', 'solved'],
    ...['block', 'block: when', 'block: checked again', 'essay', 'essay: when'],
  ]);
  expect(rows).toEqual([
    [
      ...["'=1+1", "'=1+1.json", '2026-11-20T12:00:00.000Z', 1],
      ...['solved', '1970-01-01T00:00:00.000Z', 'fails', 'not begun', ''],
    ],
  ]);
});
