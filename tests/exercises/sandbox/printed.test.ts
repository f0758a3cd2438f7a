import { expect, test } from 'vitest';
import {
  addPrinted,
  linesPrinted,
  nothingPrinted,
  sayLeftOut,
  shownText,
} from '../../../src/exercises/sandbox/printed.ts';
import type { PythonOutput } from '../../../src/exercises/sandbox/pythonClient.ts';

const printedBy = (...outputs: PythonOutput[]) => outputs.reduce(addPrinted, nothingPrinted);
const out = (text: string): PythonOutput => ({ stream: 'stdout', text });
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `${from + index}\n`).join('');

test('what fits is whole, in pieces of one stream', () => {
  const printed = printedBy(out('one\n'), out('two\n'), { stream: 'stderr', text: 'three' });
  expect(printed.head).toEqual([out('one\ntwo\n'), { stream: 'stderr', text: 'three' }]);
  expect([sayLeftOut(printed), linesPrinted(printed)]).toEqual(['', 3]);
});

test('of many lines the first and the last are kept, and those between are counted', () => {
  const all = [out(numbers(0, 2000)), out('the end')];
  const atOnce = printedBy(...all);
  expect(atOnce.head).toEqual([out(numbers(0, 250))]);
  expect(atOnce.tail).toEqual([out(`${numbers(1750, 2000)}the end`)]);
  expect([sayLeftOut(atOnce), linesPrinted(atOnce)]).toEqual(['… 1,500 lines left out …', 2001]);
  const lineByLine = printedBy(
    ...numbers(0, 2000)
      .split(/(?<=\n)/)
      .map(out),
    out('the end'),
  );
  expect(lineByLine).toEqual(atOnce);
});

test('exactly as much as fits leaves nothing out', () => {
  const printed = printedBy(out(numbers(0, 500)));
  expect(shownText(printed)).toBe(numbers(0, 500));
  expect(sayLeftOut(printed)).toBe('');
});

test('of a line without end, its beginning is kept', () => {
  const printed = printedBy(out('x'.repeat(70_000)));
  expect(shownText(printed) === 'x'.repeat(50_000)).toBe(true);
  expect(sayLeftOut(printed)).toBe('… 20,000 characters left out …');
  const more = addPrinted(printed, out('\nlast\n'));
  expect(more.tail).toEqual([out('last\n')]);
  expect(sayLeftOut(more)).toBe('… 45,001 characters left out …');
});

test('the streams of the lines that stay are kept', () => {
  const printed = printedBy(out(numbers(0, 600)), { stream: 'stderr', text: 'careful\n' });
  expect(printed.tail.map(({ stream }) => stream)).toEqual(['stdout', 'stderr']);
  expect(printed.leftOut.lines).toBe(101);
});
