import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import { givePageNetwork } from '../torch/givePageNetwork.ts';
import { startPython } from '../torch/startPython.ts';
import { codeExercises, exercisesFolder, readSubmissions } from './readSubmissions.ts';

/** What a reader is told of an answer: the properties that fail, and the mistakes that are named. */
interface Verdict {
  kind: 'solution' | 'starter' | 'empty' | 'right' | 'wrong';
  name: string;
  failing: string[];
  mistakes: string[];
  /** Of a wrong answer: the mistakes that its reader may be told of. */
  meant?: string[];
}

/** By exercise: the verdicts on all answers, and the digest of its files. */
type Kept = Record<string, { digest: string; verdicts: Verdict[] }>;

/**
 * All answers take minutes, so only some are graded again. Changed checks and answers want
 * `GRADERS=residual-block,make-layer npx vitest run --project unit tests/exercises/graders -u`, or `GRADERS=all`,
 * which grades and keeps all of theirs.
 */
const whole = process.env['GRADERS']?.split(',') ?? [];
const isWhole = (id: string) => whole.includes(id) || whole.includes('all');
/** Every so-many-th answer; one that loads the network takes seconds. */
const sampleOf = (id: string) => (id === 'load-pretrained' ? 64 : 16);

const python = '/usr/bin/python3';
const hasTorch = spawnSync(python, ['-c', 'import torchvision']).status === 0;
const here = import.meta.dirname;
const exercises = codeExercises();
const helper = readFileSync(path.join(exercisesFolder, 'checking.py'), 'utf8');
const keptFile = path.join(here, 'verdicts.json');
const kept: Kept = existsSync(keptFile) ? JSON.parse(readFileSync(keptFile, 'utf8')) : {};
const graded: Kept = {};

await startNodeEngine();
await givePageNetwork();
const run = await startPython();
// Each is a module: the page and grade_in_pytorch.py import them, too.
const grading = readFileSync(path.join(here, 'grading.py'), 'utf8');
for (const [name, source] of Object.entries({ checking: helper, grading })) {
  run(`import sys, types
module = sys.modules['${name}'] = types.ModuleType('${name}')
exec(compile(${JSON.stringify(source)}, '${name}.py', 'exec'), module.__dict__)`);
}

/** The verdicts of the page on answers to an exercise. */
function grade(texts: Record<string, string>, every: number): Verdict[] {
  const argument = JSON.stringify(JSON.stringify(texts));
  const printed = run(
    `import json, grading\nprint(json.dumps(grading.grade_answers(json.loads(${argument}), ${every})))`,
  );
  expect(printed).toMatch(/^\[/);
  return JSON.parse(printed) as Verdict[];
}

const isPassed = ({ failing }: Verdict) => failing.length === 0;
const namesForeign = ({ mistakes, meant = [] }: Verdict) =>
  mistakes.some((mistake) => !meant.includes(mistake));

/** A row of the table: how many answers there are, and how many are judged as they should be. */
function tally(id: string, verdicts: Verdict[]) {
  const right = verdicts.filter(({ kind }) => kind === 'right');
  const wrong = verdicts.filter(({ kind }) => kind === 'wrong');
  return {
    id,
    right: right.length,
    accepted: right.filter(isPassed).length,
    wrong: wrong.length,
    caught: wrong.filter((verdict) => !isPassed(verdict)).length,
    named: wrong.filter(({ mistakes }) => mistakes.length > 0).length,
  };
}

for (const id of exercises) {
  test(`${id}: right answers pass, wrong ones are caught and named`, () => {
    const texts = readSubmissions(id);
    const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
    const again = grade(texts, isWhole(id) ? 1 : sampleOf(id));
    if (!isWhole(id)) {
      expect(kept[id]?.digest, 'these files were graded; see GRADERS above').toBe(digest);
      expect(kept[id]?.verdicts).toEqual(expect.arrayContaining(again));
    }
    const verdicts = isWhole(id) ? again : kept[id]!.verdicts;
    graded[id] = { digest, verdicts };

    const [solution, starter, empty] = verdicts;
    expect(solution).toEqual({ kind: 'solution', name: 'solution', failing: [], mistakes: [] });
    expect(starter?.failing, 'the starter').not.toEqual([]);
    expect(empty?.failing, 'an empty class').not.toEqual([]);
    const right = verdicts.filter(({ kind }) => kind === 'right');
    expect(right.filter((verdict) => !isPassed(verdict))).toEqual([]);
    const wrong = verdicts.filter(({ kind }) => kind === 'wrong');
    expect(wrong.filter(namesForeign)).toEqual([]);
    const { caught, named } = tally(id, verdicts);
    expect(right.length).toBeGreaterThanOrEqual(5);
    expect(wrong.length).toBeGreaterThanOrEqual(20);
    const escaped = wrong.filter(isPassed).map(({ name }) => name);
    expect(caught / wrong.length, escaped.join(', ')).toBeGreaterThanOrEqual(0.95);
    expect(named / wrong.length).toBeGreaterThanOrEqual(0.8);
  });
}

test('the table and the verdicts are the kept ones', async () => {
  const rows = exercises.map((id) => tally(id, graded[id]!.verdicts));
  console.table(rows);
  // As oxfmt would write it: a row a line.
  const spaced = rows.map((row) => JSON.stringify(row, null, 1).replaceAll(/\n\s*/g, ' '));
  const table = path.join(exercisesFolder, 'graders.json');
  await expect(`[\n  ${spaced.join(',\n  ')}\n]\n`).toMatchFileSnapshot(table);
  const lines = Object.entries(graded).map(([id, { digest, verdicts }]) => {
    const each = verdicts.map((verdict) => JSON.stringify(verdict)).join(',\n');
    return `"${id}":{"digest":"${digest}","verdicts":[\n${each}\n]}`;
  });
  await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot(keptFile);
});

test.runIf(hasTorch)('real PyTorch gives the same verdicts', () => {
  const script = path.join(here, 'grade_in_pytorch.py');
  const every = String(whole.length > 0 ? 1 : 16);
  const { status, stdout, stderr } = spawnSync(python, [script, '--every', every], {
    encoding: 'utf8',
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
  expect(stdout.match(/: 0 of \d+ verdicts differ/g)).toHaveLength(exercises.length);
});
