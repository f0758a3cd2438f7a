import { loadPyodide } from 'pyodide';
import { beforeAll, expect, test } from 'vitest';
import { installTorch } from '../../../src/torch/install.ts';
import { pythonFiles } from '../../../src/torch/pythonFiles.ts';
import { createDeadline } from '../../../src/workers/python/deadline.ts';
import { installRunner, type RunnerAnswer } from '../../../src/workers/python/installRunner.ts';

let printed = '';
let begun = 0;
/** What the reader's code, and each check of it, may take. */
let limitMs = Infinity;
let answer: (command: Parameters<ReturnType<typeof installRunner>>[0]) => RunnerAnswer;

beforeAll(async () => {
  const pyodide = await loadPyodide({ jsglobals: {} as never });
  installTorch(pyodide, pythonFiles);
  const deadline = createDeadline(pyodide);
  answer = installRunner(pyodide, {
    write: (stream, text) => void (printed += stream === 'stderr' ? `<${text}>` : text),
    running() {
      begun += 1;
      deadline.set(limitMs);
    },
  });
});

function run(code: string, more: { before?: string[]; offered?: string[] } = {}) {
  printed = '';
  return answer({ type: 'run', id: 1, timeLimitMs: 10_000, code, ...more });
}

/** The error of a program that fails. */
function fail(code: string) {
  const failed = run(code);
  if (failed.type !== 'failed') throw new Error(`${code} did not fail`);
  return failed.error;
}

test('a program prints, and its last expression is shown as in a notebook', () => {
  const code = 'import sys\nprint("a", 1)\nprint("b", file=sys.stderr)\nx = [1, 2]\nx';
  expect(run(code)).toEqual({ type: 'finished', id: 1, value: '[1, 2]', defined: ['x'] });
  expect(printed).toBe('a 1\n<b><\n>');
  expect(run('None')).toEqual({ type: 'finished', id: 1, defined: [] });
  expect(run('')).toEqual({ type: 'finished', id: 1, defined: [] });
});

test('names are those of classes, functions and variables; each program has its own', () => {
  const code = 'import math\nfrom math import pi\ndef f(): pass\nclass A: pass\n_own = 1\ny = pi';
  expect(run(code)).toMatchObject({ defined: ['f', 'A', 'y'] });
  expect(fail('y').message).toBe("name 'y' is not defined");
  expect(run('y + 1', { before: ['y = 1\nprint("not shown")'] })).toEqual({
    ...{ type: 'finished', id: 1, value: '2', defined: [] },
  });
  expect(printed).toBe('');
});

test('of programs that are offered, those run that define what is needed', () => {
  const offered = ['base = 1', 'print("unused")\nother = 1', 'def step(n):\n    return n + base'];
  expect(run('x = step(2)\nx', { offered })).toMatchObject({ value: '3' });
  expect(run('base = base + 5\nbase', { offered })).toMatchObject({ value: '6' });
  expect(run('[base for base in (7,)]', { offered: ['raise KeyError'] })).toMatchObject({
    value: '[7]',
  });
});

test('a traceback has the frames of the program alone, and its lines', () => {
  const error = fail('import json\n\ndef read(text):\n    return json.loads(text)\n\nread("{")');
  expect(error).toMatchObject({ kind: 'JSONDecodeError', line: 4 });
  expect(error.traceback).toContain('File "main.py", line 4, in read\n    return json.loads(text)');
  expect(error.traceback).toContain('File "main.py", line 6, in <module>');
  expect(error.traceback).not.toMatch(/decoder\.py|runner/);
  const cause = fail(
    'try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError("no") from e',
  );
  expect(cause.traceback).toMatch(/ZeroDivisionError[^]*direct cause[^]*ValueError: no/);
  expect(fail('class Own(Exception): pass\nraise Own("x")').traceback).toMatch(/^Own: x$/m);
});

test('a syntax error has its line and column', () => {
  expect(fail('x = 1\ndef f(:\n    pass')).toMatchObject({
    ...{ kind: 'SyntaxError', message: 'invalid syntax', line: 2, column: 7 },
  });
  expect(fail('if True:\nx = 1').kind).toBe('IndentationError');
  expect(fail('x = 1\nx.real?').message).toMatch(/^invalid syntax: .* write help\(x\.real\)$/);
  expect(fail('x = 1\n%timeit x').message).toMatch(/^invalid syntax: .* commands of notebooks/);
});

test.each([
  [
    'import torch.nn as nn\nhelp(nn.Conv2d)',
    /^torch\.nn\.Conv2d\(in_channels, [^]*padding=0, [^]*\)\n\n\[N, /,
  ],
  ['import torch.nn.functional as F\nhelp(F.relu)', /^torch\.nn\.functional\.relu\(input, /],
  ['import torch\nhelp(torch.relu)', /^torch\.relu\(/],
  ['import torch\nhelp(torch.ones(2).view)', /^torch\.Tensor\.view\(/],
  ['def f(x):\n    "Twice x."\n    return 2 * x\nhelp(f)', /^f\(x\)\n\nTwice x\.\n$/],
  ['help(len)', /^len\(obj, \/\)\n\nReturn the number/],
  ['help(3)', /^int/],
  ['help()', /^help\(nn\.Conv2d\)/],
])('%s says how it is called', (code, said) => {
  run(code);
  expect(printed).toMatch(said);
});

test.each([
  ['import js', "js isn't available in this page"],
  ['from pyodide.http import open_url', "pyodide isn't available in this page"],
  ['import pyodide_js', "pyodide_js isn't available in this page"],
  ['import micropip', "micropip isn't available in this page"],
  ['import urllib.request', "urllib.request isn't available in this page"],
  ['import socket', "socket isn't available in this page"],
  ['import subprocess', "subprocess isn't available in this page"],
  [
    'import numpy as np',
    "numpy isn't available in this page; torch has tensors, and Tensor.tolist() turns one into numbers",
  ],
  [
    'import torch\ntorch.ones(2).numpy()',
    "Tensor.numpy isn't available in this page; Tensor.tolist() has its numbers",
  ],
  ['import torch.nope', "torch.nope isn't available in this page"],
  ['input("name")', "input() isn't available in this page"],
  ['import pdb; pdb.set_trace()', "pdb isn't available in this page"],
  ['breakpoint()', "breakpoint() isn't available in this page"],
  ['import time\ntime.sleep(1)', "time.sleep isn't available in this page"],
  ['import threading\nthreading.Thread().start()', "threading.Thread isn't available in this page"],
  ['import os\nos.system("ls")', "os.system isn't available in this page"],
])('%s is refused in one sentence', (code, sentence) => {
  expect(fail(code).message).toBe(sentence);
});

test('a program that computes too long is told where it was, and the next runs', () => {
  limitMs = 200;
  const error = fail('n = 0\nwhile True:\n    n += 1');
  limitMs = Infinity;
  expect(error.kind).toBe('TimeLimit');
  expect([2, 3]).toContain(error.line);
  expect(run('1 + 1')).toMatchObject({ value: '2' });
});

test('what a program changes of torch or the builtins is put back', () => {
  run(
    'import torch, builtins\ntorch.Tensor.tolist = lambda self: 7\ntorch.manual = 1\nbuiltins.len = abs',
  );
  expect(run('len([1, 2])')).toMatchObject({ value: '2' });
  expect(run('import torch\nhasattr(torch, "manual")')).toMatchObject({ value: 'False' });
  expect(run('import torch\ntorch.tensor([3.]).tolist()')).toMatchObject({ value: '[3.0]' });
});

test('checks run on what the code defines, with a helper that it cannot have changed', () => {
  const checks = `from checking import check, expect
@check('double', 'double doubles')
def _(answer):
    expect(answer.double(4)).equals(8, 'double(4)')
`;
  const check = (code: string) =>
    answer({ type: 'check', id: 2, timeLimitMs: 10_000, code, checks });
  begun = 0;
  const passed = { id: 'double', title: 'double doubles', passed: true };
  expect(check('def double(x):\n    return 2 * x')).toEqual({
    ...{ type: 'checked', id: 2, report: { results: [passed], mistakes: [] } },
  });
  // The code, and its check.
  expect(begun).toBe(2);
  const forged = `import sys, types
fake = types.ModuleType('checking')
fake.check = lambda *a, **k: lambda f: f
fake.expect = None
sys.modules['checking'] = fake
def double(x):
    return x`;
  expect(check(forged)).toMatchObject({ report: { results: [{ passed: false }] } });
  const early = check('1 / 0\ndef double(x):\n    return 2 * x');
  expect(early).toMatchObject({ type: 'failed', error: { line: 1 } });
  expect(early).not.toHaveProperty('report');
  // What they take too long for is judged as well.
  limitMs = 200;
  expect(check('def double(x):\n    return x\nwhile True:\n    pass')).toMatchObject({
    ...{ type: 'failed', error: { kind: 'TimeLimit' } },
    report: { results: [{ id: 'double', passed: false }] },
  });
  limitMs = Infinity;
  // Lines that try it out fail because it is wrong: what is wrong is what the checks say.
  expect(check('def double(x):\n    return x\nassert double(2) == 4')).toMatchObject({
    ...{ type: 'failed', error: { kind: 'AssertionError', line: 3 } },
    report: { results: [{ id: 'double', passed: false }] },
  });
});

test('exit() ends a program as its end does', () => {
  expect(run('exit()')).toMatchObject({ type: 'finished' });
  expect(fail('exit("no")')).toMatchObject({ kind: 'SystemExit', message: 'no' });
});
