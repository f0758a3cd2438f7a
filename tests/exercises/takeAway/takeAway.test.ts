import { expect, test } from 'vitest';
import { readExercisePrograms } from '../../../scripts/site/exercisePrograms.ts';
import { toNotebook } from '../../../src/exercises/takeAway/toNotebook.ts';
import { checkIds, pytestName, toPytest } from '../../../src/exercises/takeAway/toPytest.ts';
import { wrap } from '../../../src/exercises/takeAway/wrap.ts';
import { declared } from './declared.ts';

const programs = readExercisePrograms();
const site = 'https://example.org/chapter/';
const take = (id: string, text: string) => ({
  ...{ exercise: declared.find((one) => one.id === id)!, code: text },
  ...{ programs, site },
});

test('every code exercise has a statement, checks and mistakes without components', () => {
  expect(Object.keys(programs.exercises).sort()).toEqual(declared.map(({ id }) => id).sort());
  for (const { statement, mistakes, checks } of Object.values(programs.exercises)) {
    expect(checkIds(checks).length).toBe(checks.match(/^@check\(/gm)?.length);
    const known = [...checks.matchAll(/^@mistake\('(.+?)'\)/gm)].map(([, id]) => id);
    expect(Object.keys(mistakes)).toEqual(expect.arrayContaining(known));
    for (const text of [statement, ...Object.values(mistakes).map(({ says }) => says)]) {
      expect(text).not.toMatch(/<[A-Z/]|\[@|\\(branch|shortcut|plain|residual)\{/);
      expect(text).toMatch(/\w/);
    }
  }
});

test('a notebook is one of nbformat 4.5: statement, code, checks', () => {
  const { cells, ...notebook } = toNotebook(take('residual-block', 'x = 1\n'));
  expect(notebook).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  expect(cells.map(({ cell_type: type }) => type).join(' ')).toBe(
    'markdown code markdown code code',
  );
  for (const cell of cells) {
    expect(cell.id).toMatch(/^[\w-]{1,64}$/);
    const keys = ['cell_type', 'id', 'metadata', 'source'];
    const more = cell.cell_type === 'code' ? ['execution_count', 'outputs'] : [];
    expect(Object.keys(cell).sort()).toEqual([...keys, ...more].sort());
  }
  expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
  expect(cells[1]!.source).toEqual(['x = 1']);
  const statement = cells[0]!.source.join('');
  expect(statement).toMatch(/^# Write a ResidualBlock|^# /);
  expect(statement).toContain(`](${site}block/#eq-branch)`);
  expect(statement).not.toMatch(/\]\((#|\.\.)/);
});

test('a Python file has the reader’s code, whatever it begins and ends with, and a test for each check', () => {
  const taken = take(
    'load-pretrained',
    '"""Mine."""\nfrom __future__ import annotations\nx = "\\\\"',
  );
  const python = toPytest(taken);
  expect(pytestName(taken)).toBe('test_load_pretrained.py');
  expect(python.indexOf('from __future__')).toBeLessThan(python.indexOf('def _install_page'));
  expect(python).toContain('"""Mine."""\n\nx = "\\\\"\n');
  const tests = [...python.matchAll(/^def test_(\w+)\(\):/gm)].map(([, id]) => id);
  const ids = checkIds(programs.exercises['load-pretrained']!.checks);
  expect(tests).toEqual(ids.map((id) => id.replaceAll('-', '_')));
  expect(python).not.toMatch(/import pytest/);
  // Nothing but its own names beside the reader's.
  const defined = [...python.matchAll(/^(?:def|class) (\w+)|^(\w+) =/gm)].map(([, a, b]) => a ?? b);
  expect(defined.filter((name) => !/^(_|test_)/.test(name!))).toEqual(['x']);
});

test('long lines are broken between words, items below their text, code as it is', () => {
  expect(wrap('1. one two three\n```\none two three four\n```', 10)).toBe(
    '1. one two\n   three\n```\none two three four\n```',
  );
});
