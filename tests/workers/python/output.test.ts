import { expect, test } from 'vitest';
import type { PythonEvent } from '../../../src/contract/python.ts';
import { createOutput } from '../../../src/workers/python/output.ts';

function listen() {
  const told: string[] = [];
  const clock = { now: 1000 };
  const post = (event: PythonEvent) => {
    if (event.type === 'output') told.push(`${event.id} ${event.stream} ${event.text}`);
  };
  return { told, clock, output: createOutput(post, () => clock.now) };
}

test('what is printed at once is told at once, in order, the streams apart', () => {
  const { told, output } = listen();
  output.begin(7);
  output.flush();
  for (const text of ['a', 'b']) output.write('stdout', text);
  output.write('stderr', 'c');
  output.write('stdout', 'd');
  output.flush();
  expect(told).toEqual(['7 stdout ab', '7 stderr c', '7 stdout d']);
});

test('a program that goes on printing is heard while it runs', () => {
  const { told, clock, output } = listen();
  output.begin(1);
  for (let i = 0; i < 300; i++) {
    clock.now += 1;
    output.write('stdout', '.');
  }
  expect(told.length).toBeGreaterThan(3);
  expect(told.length).toBeLessThan(10);
});

test('of a flood the beginning and the end are told, and that there was more; the next program has its own room', () => {
  const { told, output } = listen();
  output.begin(1);
  for (let i = 0; i < 500; i++) output.write('stdout', 'x'.repeat(10_000));
  expect(told.join('').length).toBeLessThan(1_010_000);
  output.write('stdout', 'the end');
  output.flush();
  const all = told.join('');
  expect(all.length).toBeLessThan(1_060_000);
  expect(all).toMatch(/x1 stderr \n… 3,9\d\d,\d\d\d characters left out …\n1 stdout x+the end$/);
  output.begin(2);
  output.write('stdout', 'y');
  output.flush();
  expect(told.at(-1)).toBe('2 stdout y');
});
