import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import { givePageNetwork } from '../torch/givePageNetwork.ts';
import { startPython } from '../torch/startPython.ts';
import { codeExercises, exercisesFolder, readSubmissions } from './readSubmissions.ts';

/** What a reader is told: the properties that fail, and the mistakes that are named. */
interface Verdict {
  failing: string[];
  mistakes: string[];
}

interface Verdicts {
  solution: Record<string, Verdict>;
  starter: Record<string, Verdict>;
  empty: Record<string, Verdict>;
  right: Record<string, Verdict>;
  /** `meant`: the mistakes that the reader may be told of. */
  wrong: Record<string, Verdict & { meant: string[] }>;
}

const python = '/usr/bin/python3';
const hasTorch = spawnSync(python, ['-c', 'import torchvision']).status === 0;
const here = import.meta.dirname;
const exercises = codeExercises();

await startNodeEngine();
await givePageNetwork();
const run = await startPython();
// Each is a module: the page and grade_in_pytorch.py import them, too.
for (const [name, file] of [
  ['checking', path.join(exercisesFolder, 'checking.py')],
  ['grading', path.join(here, 'grading.py')],
] as const) {
  const source = JSON.stringify(readFileSync(file, 'utf8'));
  run(`import sys, types
module = sys.modules['${name}'] = types.ModuleType('${name}')
exec(compile(${source}, '${name}.py', 'exec'), module.__dict__)`);
}

/** The verdicts of the page on all answers to an exercise. */
function grade(id: string): Verdicts {
  const texts = JSON.stringify(JSON.stringify(readSubmissions(id)));
  const printed = run(`import contextlib, io, json, grading
with contextlib.redirect_stdout(io.StringIO()):
    verdicts = grading.grade_all(json.loads(${texts}))
print(json.dumps(verdicts))`);
  expect(printed, id).toMatch(/^\{/);
  return JSON.parse(printed) as Verdicts;
}

const verdicts = new Map<string, Verdicts>();
const isPassed = ({ failing }: Verdict) => failing.length === 0;
const foreign = ({ mistakes, meant }: Verdicts['wrong'][string]) =>
  mistakes.filter((mistake) => !meant.includes(mistake));

/** A row of the table: how many answers there are, and how many are judged as they should be. */
function tally(id: string, { right, wrong }: Verdicts) {
  const rights = Object.values(right);
  const wrongs = Object.values(wrong);
  return {
    id,
    right: rights.length,
    accepted: rights.filter(isPassed).length,
    wrong: wrongs.length,
    caught: wrongs.filter((verdict) => !isPassed(verdict)).length,
    named: wrongs.filter(({ mistakes }) => mistakes.length > 0).length,
  };
}

for (const id of exercises) {
  test(`${id}: right answers pass, wrong ones are caught and named`, { timeout: 120_000 }, () => {
    const graded = grade(id);
    verdicts.set(id, graded);
    expect(graded.solution['solution']).toEqual({ failing: [], mistakes: [] });
    expect(graded.starter['starter']?.failing, 'the starter').not.toEqual([]);
    expect(graded.empty['empty']?.failing, 'an empty class').not.toEqual([]);
    const refused = Object.entries(graded.right).filter(([, verdict]) => !isPassed(verdict));
    expect(Object.fromEntries(refused)).toEqual({});
    const misnamed = Object.entries(graded.wrong).filter(
      ([, verdict]) => foreign(verdict).length > 0,
    );
    expect(Object.fromEntries(misnamed)).toEqual({});

    const { right, wrong, caught, named } = tally(id, graded);
    const escaped = Object.keys(graded.wrong).filter((name) => isPassed(graded.wrong[name]!));
    expect(right).toBeGreaterThanOrEqual(5);
    expect(wrong).toBeGreaterThanOrEqual(20);
    expect(caught / wrong, escaped.join(', ')).toBeGreaterThanOrEqual(0.95);
    expect(named / wrong).toBeGreaterThanOrEqual(0.8);
  });
}

/** As prettier would write them: a row a line. */
function rowsOf(rows: readonly object[]): string {
  const spaced = rows.map((row) =>
    JSON.stringify(row, null, 1)
      .replaceAll(/\n\s*/g, ' ')
      .replaceAll(/\[ (.*?) \]/g, '[$1]'),
  );
  return `[\n  ${spaced.join(',\n  ')}\n]\n`;
}

test('the table and the verdicts are the kept ones', async () => {
  const rows = exercises.map((id) => tally(id, verdicts.get(id)!));
  console.table(rows);
  const table = path.join(exercisesFolder, 'graders.json');
  await expect(rowsOf(rows)).toMatchFileSnapshot(table);
  const each = [...verdicts].flatMap(([id, graded]) =>
    Object.entries<Record<string, Verdict>>({ ...graded }).flatMap(([kind, answers]) =>
      Object.entries<Verdict>(answers).map(([name, verdict]) => ({ id, kind, name, ...verdict })),
    ),
  );
  await expect(rowsOf(each)).toMatchFileSnapshot(path.join(here, 'verdicts.json'));
});

test.runIf(hasTorch)('real PyTorch gives the same verdicts', { timeout: 120_000 }, () => {
  const script = path.join(here, 'grade_in_pytorch.py');
  const { status, stdout, stderr } = spawnSync(python, [script], { encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
  expect(stdout.match(/: 0 of \d+ verdicts differ/g)).toHaveLength(exercises.length);
});
