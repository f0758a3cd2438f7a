import { mean } from 'd3';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lastOf, runUpTo, type RunRecord } from '../../src/contract/runRecord.ts';

const content = new URL('../../content/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, content), 'utf8');
const runs = JSON.parse(read('runs/degradation.json')) as RunRecord[];

/** Without marks and line breaks, since where a sentence is broken says nothing. */
const wordsOf = (mdx: string) => mdx.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
const lesson = wordsOf(read('lessons/01-degradation.mdx'));
const guide = wordsOf(read('instructors.mdx'));

/** A network's training error in each seed at a step, in per cent: the mean of the 100 steps before. */
const errors = (id: string, step: number) =>
  runs.map((run) => {
    const { trainErrors } = run.networks.find((network) => network.id === id)!;
    return 100 * mean(lastOf(runUpTo(run, step), trainErrors, 100))!;
  });

/** By how much the deep network of a kind is above the shallow one: the least and the most of the seeds. */
function gaps(kind: string, step: number): string {
  const [deep, shallow] = [errors(`${kind}-56`, step), errors(`${kind}-20`, step)];
  const all = deep.map((error, seed) => error - shallow[seed]!);
  return `${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)}`;
}

test('the table of lesson 1 is what the recorded runs hold', () => {
  const ids = ['plain-20', 'plain-56', 'residual-20', 'residual-56'];
  for (const [index, { config }] of runs.entries()) {
    const row = new RegExp(`\\| seed ${config.recipe.seed} ((?:\\| [\\d.]+ % ){4})\\|`).exec(
      lesson,
    );
    const printed = row?.[1]?.match(/[\d.]+/g)?.map(Number) ?? [];
    expect(printed).toHaveLength(ids.length);
    for (const [column, id] of ids.entries())
      expect(Math.abs(printed[column]! - errors(id, 5000)[index]!)).toBeLessThan(0.051);
  }
});

test('the gaps that lesson 1 names are theirs', () => {
  expect(lesson).toContain(`by ${gaps('residual', 1000)} points after 1,000 steps`);
  expect(lesson).toContain(`from ${gaps('plain', 1000)} points to ${gaps('plain', 5000)}`);
});

test('the plans for instructors name what they hold', () => {
  const end = (id: string) => `${mean(errors(id, 5000))!.toFixed(0)} %`;
  for (const kind of ['plain', 'residual'])
    expect(guide).toContain(`${kind} network from ${end(`${kind}-20`)} to ${end(`${kind}-56`)}`);
  for (const words of [
    `plain-56 was ${gaps('plain', 1000)} points above plain-20`,
    `residual-56 was ${gaps('residual', 1000)} points above residual-20`,
    `plain-56 was ${gaps('plain', 300)} points above plain-20`,
    `residual-56 was ${gaps('residual', 300)} above residual-20`,
    `from ${gaps('plain', 1000)} points after 1,000 steps to ${gaps('plain', 5000)} after 5,000`,
  ])
    expect(guide).toContain(words);
});
