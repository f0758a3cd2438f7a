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

test('of a flood the beginning is told, and that there was more; the next program has its own room', () => {
  const { told, output } = listen();
  output.begin(1);
  for (let i = 0; i < 50; i++) output.write('stdout', 'x'.repeat(10_000));
  output.flush();
  const all = told.join('');
  expect(all.length).toBeLessThan(101_000);
  expect(all).toMatch(/more output was left out/);
  output.begin(2);
  output.write('stdout', 'y');
  output.flush();
  expect(told.at(-1)).toBe('2 stdout y');
});
