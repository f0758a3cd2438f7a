import { expect, test } from 'vitest';
import { createRng } from '../../../src/lib/rng.ts';
import {
  fit,
  layOutRiver,
  type Inflow,
} from '../../../src/widgets/residual-river/river/layOutRiver.ts';
import { exampleRun } from '../../../src/widgets/residual-river/exampleReading.ts';
import { takeaway } from '../../../src/widgets/residual-river/describe.ts';
import { courseOf, loudest } from '../../../src/widgets/residual-river/stages.ts';
import { table } from '../../../src/widgets/residual-river/table.ts';

const spaces = [
  { direction: 'right', length: 1050, across: 294 },
  { direction: 'right', length: 1230, across: 250 },
  { direction: 'down', length: 700, across: 330 },
] as const;

/** A river as a trained network's may be, or wilder. */
function someRiver(seed: number): { inflows: Inflow[]; end: number; longest: number } {
  const rng = createRng(seed, 'rivers');
  let at = 0;
  const inflows = Array.from({ length: 5 }, (): Inflow => {
    const term = 6 * rng.normal();
    at += term;
    const [added, stream] = [1 + 9 * rng.next(), 1 + 9 * rng.next()];
    return { added, stream, at, alignment: 2 * rng.next() - 1, push: term < 0 ? -1 : 1 };
  });
  return { inflows, end: at + 0.5, longest: 10 };
}

test.each(spaces)(
  'all of a river lies inside $across pixels, whichever way it goes: $direction',
  (place) => {
    for (let seed = 1; seed <= 60; seed++) {
      const { inflows, end, longest } = someRiver(seed);
      const scale = (0.14 * place.across) / longest;
      const space = { ...place, scale, ...fit(inflows, end, { ...place, scale }) };
      expect(space.reach, `seed ${seed}`).toBeGreaterThan(0);
      const { tributaries, stations, mouth, watershed } = layOutRiver(inflows, end, space);
      const [width, height] =
        place.direction === 'right' ? [place.length, place.across] : [place.across, place.length];
      const boxes = tributaries.flatMap(({ box: { x, y, width: w, height: h } }) => [
        { x: x - w / 2, y: y - h / 2 },
        { x: x + w / 2, y: y + h / 2 },
      ]);
      for (const { x, y } of [...boxes, ...stations, mouth]) {
        expect(x, `seed ${seed}`).toBeGreaterThanOrEqual(0);
        expect(x, `seed ${seed}`).toBeLessThanOrEqual(width);
        expect(y, `seed ${seed}`).toBeGreaterThanOrEqual(0);
        expect(y, `seed ${seed}`).toBeLessThanOrEqual(height);
      }
      const side =
        place.direction === 'right' ? watershed[0].y - mouth.y : mouth.x - watershed[0].x;
      expect(Math.sign(side), `seed ${seed}`).toBe(Math.sign(end));
    }
  },
);

const terms = [1, -0.5, -2.5, 5.5, 6.5];
const run = exampleRun({ a: 3, b: 4, opinion: 9, speaker: 'friend' }, terms);
const read = { prompt: run.prompt, reading: run.reading! };

test('a course adds its terms up, and says where the answer turns and who speaks for it', () => {
  const course = courseOf(read, 12);
  expect(course.stages.map(({ sum }) => sum)).toEqual([1, 0.5, -2, 3.5, 10]);
  expect(course.turn).toBe(3);
  expect(loudest(course)?.name).toBe('MLP of layer 2');
  expect(courseOf(read, 4)).toMatchObject({ turn: null, isCompared: false });
});

test('what the figure says and tabulates comes from the reading', () => {
  expect(takeaway(run)).toMatchObject({ key: '+10.50' });
  const rows = table(run)!.rows;
  expect(rows).toHaveLength(13 * 5 + 2);
  const contributions = rows.map((row) => row[8] as number).filter((one) => !Number.isNaN(one));
  expect(contributions).toEqual([...terms, 0.5, 10.5]);
});
