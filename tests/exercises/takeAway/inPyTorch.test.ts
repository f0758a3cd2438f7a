import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readExercisePrograms } from '../../../scripts/site/exercisePrograms.ts';
import { toNotebook } from '../../../src/exercises/takeAway/toNotebook.ts';
import { checkIds, toPytest } from '../../../src/exercises/takeAway/toPytest.ts';
import { readSubmissions } from '../readSubmissions.ts';
import { declared } from './declared.ts';

const python = '/usr/bin/python3';
const hasTorch = spawnSync(python, ['-c', 'import torch, torchvision']).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'taken-'));
const programs = readExercisePrograms();
/** Where the photographs are, as a site's address. */
const site = `${pathToFileURL(path.resolve('public')).href}/`;

afterAll(() => rmSync(folder, { recursive: true }));

type Outcomes = Record<string, Record<string, string> | string>;

test.runIf(hasTorch)(
  'on PyTorch the solution of every exercise passes its tests, the starter fails, and notebooks say the same',
  () => {
    for (const exercise of declared) {
      const { 'solution.py': solution = '', 'starter.py': starter = '' } = readSubmissions(
        exercise.id,
      );
      const taken = { exercise, code: solution, programs, site };
      const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
      write(`${exercise.id}.solution.py`, toPytest(taken));
      write(`${exercise.id}.starter.py`, toPytest({ ...taken, code: starter }));
      write(`${exercise.id}.ipynb`, JSON.stringify(toNotebook(taken)));
      if (exercise.needsNetwork)
        write(`${exercise.id}.offline.py`, toPytest({ ...taken, site: 'file:///nowhere/' }));
    }
    // One interpreter: loading PyTorch takes longer than most files.
    const runner = path.join(import.meta.dirname, 'run_taken.py');
    const outcomes = JSON.parse(
      execFileSync(python, [runner, folder], { encoding: 'utf8' }),
    ) as Outcomes;
    for (const { id, needsNetwork } of declared) {
      const ids = checkIds(programs.exercises[id]!.checks);
      const all = Object.fromEntries(
        ids.map((check) => [`test_${check.replaceAll('-', '_')}`, 'pass']),
      );
      expect(outcomes[`${id}.solution.py`], id).toEqual(all);
      if (needsNetwork) expect(outcomes[`${id}.offline.py`], id).toEqual(all);
      const starter = Object.values(outcomes[`${id}.starter.py`]!);
      expect(starter.length, id).toBe(ids.length);
      expect(
        starter.some((found) => found !== 'pass' && found !== 'skip'),
        id,
      ).toBe(true);
      expect(outcomes[`${id}.ipynb`], id).toBe(`${ids.length} of ${ids.length} checks pass.`);
    }
  },
);
