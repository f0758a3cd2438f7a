import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from 'fast-png';
import { beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import { runCopying } from '../../scripts/record/runCopying.ts';
import type { CopyRecord } from '../../src/contract/copyRecord.ts';
import { hasNoPictures } from '../data/preparedSite.ts';

const file = path.resolve(import.meta.dirname, '../../content/runs/copying');
const record = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as CopyRecord;
const film = decode(readFileSync(`${file}.png`));
const side = record.settings.pictureSize;

/** The picture in a row and a column of the film, [side, side, 3]. */
function frame(row: number, column: number): number[] {
  return Array.from({ length: side }, (_, y) => {
    const start = 3 * ((row * side + y) * 2 * side + column * side);
    return [...film.data.subarray(start, start + 3 * side)];
  }).flat();
}

test('the film has a row for each moment and one for what both were given', () => {
  const { moments, settings, errors } = record;
  expect([film.width, film.height]).toEqual([2 * side, (moments.length + 1) * side]);
  expect(moments.at(-1)).toBe(settings.steps);
  expect(errors.plain).toHaveLength(settings.steps);
  expect(errors.residual).toHaveLength(settings.steps);
  expect(frame(moments.length, 0)).toEqual(frame(moments.length, 1));
});

test('at the end the residual stack’s picture is a copy, and the plain one’s is not', () => {
  const end = record.moments.length - 1;
  const target = frame(end + 1, 0);
  const furthest = (picture: number[]) =>
    Math.max(...picture.map((value, i) => Math.abs(value - target[i]!)));
  expect(furthest(frame(end, 1))).toBeLessThan(8);
  expect(furthest(frame(end, 0))).toBeGreaterThan(100);
});

describe.skipIf(hasNoPictures)('the cover’s recorded run', () => {
  beforeAll(startNodeEngine, 120_000);

  test('repeats its first errors and pictures from its own JSON', async () => {
    const [first, second] = record.moments as [number, number];
    const { target, copies, greyError, errors } = await runCopying(record.settings, second);
    const says = 'other digits by intent? npm run record -- copying';
    expect(greyError).toBe(record.greyError);
    expect(errors.plain, says).toEqual(record.errors.plain.slice(0, second));
    expect(errors.residual, says).toEqual(record.errors.residual.slice(0, second));
    expect([...target]).toEqual(frame(record.moments.length, 0));
    for (const [row, step] of [first, second].entries()) {
      const { plain, residual } = copies.get(step)!;
      expect([...plain], `plain, step ${step}`).toEqual(frame(row, 0));
      expect([...residual], `residual, step ${step}`).toEqual(frame(row, 1));
    }
  });
});
