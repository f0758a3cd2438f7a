import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mostImportant, type AgreementRecord } from '../../../src/contract/agreementRecord.ts';
import { textOf } from '../../../src/figure/frame/Takeaway.tsx';
import { nameOf, table, takeaway } from '../../../src/widgets/five-networks/describe.ts';
import { recording } from '../../../src/widgets/five-networks/examples.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../../content/${name}`, import.meta.url), 'utf8');
const { runs } = JSON.parse(read('runs/agreement.json')) as AgreementRecord;

test('places are named as readers count', () => {
  expect(nameOf('embedding')).toBe('embedding');
  expect(nameOf('layers.0.attention')).toBe('attention of layer 1');
  expect(nameOf('layers.1.mlp')).toBe('MLP of layer 2');
});

test('the sentences count what the recording holds', () => {
  expect(textOf(takeaway(recording, { view: 'removed' }))).toMatch(
    /^2 of 3 networks .* attention of layer 1 in 2, and attention of layer 2 in 1\. Without it, teachers hear the truth in only 10 to 50 %/,
  );
  expect(textOf(takeaway(recording, { view: 'steered' }))).toMatch(
    /after the embedding, the networks agree with 0 % .* with 90 %\. After attention of layer 1 it is 25 % against 9\d %\./,
  );
});

test('the table has every change of every network', () => {
  expect(table(recording).rows).toHaveLength(3 * (1 + 4 + 2 * 5));
});

test('the lesson says of the five networks what was recorded', () => {
  const lesson = read('lessons/08-transformers.mdx');
  expect(lesson).toContain(
    'attention of layer 1 in four of them, and attention of layer 2 in the other',
  );
  const important = runs.map(mostImportant).sort();
  expect(important).toEqual([...Array<string>(4).fill('layers.0.attention'), 'layers.1.attention']);
  expect(lesson).toContain('All five behave alike');
  for (const { scores, removed } of runs) {
    const { friend, teacher } = scores.at(-1)!.score;
    expect(Math.min(friend.agree, teacher.truth)).toBeGreaterThanOrEqual(0.95);
    const without = removed.find(({ place }) => important.includes(place));
    expect(without!.score.teacher.truth).toBeLessThan(0.15);
  }
});

test('each of the recorded networks learns to agree before it learns to add', () => {
  expect(read('lessons/08-transformers.mdx').replaceAll(/\s+/g, ' ')).toContain(
    'each of the five recorded networks learns it before adding',
  );
  for (const { scores } of runs) {
    const early = scores.find(({ step }) => step === 100)!.score;
    expect(early.friend.agree).toBeGreaterThan(0.9);
    expect(early.none.truth).toBeLessThan(0.55);
  }
});
