import { expect, test } from 'vitest';
import { elapsed, pause, start, toClock } from '../../../src/page/presenter/console/timer.ts';
import { layOutStage } from '../../../src/page/presenter/stage/layOutStage.ts';

test('the watch counts while it runs, and goes on where it rested', () => {
  const rested = pause(start({ before: 0 }, 1000), 5000);
  expect(elapsed(rested, 9000)).toBe(4000);
  expect(elapsed(start(rested, 9000), 10_000)).toBe(5000);
  expect([toClock(0), toClock(65_900), toClock(3_725_000)]).toEqual(['0:00', '1:05', '1:02:05']);
});

test('windows of one shape have one stage, larger or smaller', () => {
  expect(layOutStage(1920, 1080)).toEqual({
    width: 1280,
    height: 720,
    scale: 1.5,
    left: 0,
    top: 0,
  });
  expect(layOutStage(1024, 768)).toMatchObject({ width: 1280, height: 960, scale: 0.8 });
  expect(layOutStage(2000, 720)).toMatchObject({ width: 1280, height: 720, scale: 1, left: 360 });
  expect(layOutStage(390, 780)).toMatchObject({ width: 720, height: 1440 });
});
