import { expect, test } from 'vitest';
import { createSharing } from '../../src/training/sharing.ts';

/**
 * Whether each of so many steps was computed by all threads.
 * @param msOf what a step takes, from its number and how it is computed
 */
function compute(steps: number, msOf: (isShared: boolean, step: number) => number): boolean[] {
  let isShared = false;
  const sharing = createSharing({ shareWork: (shared) => void (isShared = shared) });
  return Array.from({ length: steps }, (_, step) => {
    const now = isShared;
    sharing.took(msOf(now, step));
    return now;
  });
}
const share = (steps: boolean[]) => steps.filter(Boolean).length / steps.length;

test('both ways are tried, then the faster one is taken', () => {
  const helps = compute(500, (isShared) => (isShared ? 60 : 100));
  expect(helps.slice(0, 12)).toEqual([
    ...[false, false, false, false, false, false],
    ...[true, true, true, true, true, true],
  ]);
  expect(share(helps)).toBeGreaterThan(0.9);
  expect(share(compute(500, (isShared) => (isShared ? 180 : 100)))).toBeLessThan(0.1);
});

test('where threads only hinder, they are tried for a step, and seldom', () => {
  const busy = compute(200, (isShared) => (isShared ? 1000 : 100));
  expect(busy.filter(Boolean)).toHaveLength(2);
  expect(busy.findIndex(Boolean)).toBe(6);
});

test('that the first steps take longer decides nothing', () => {
  const slow = (step: number) => (step < 3 ? 200 : 0);
  const steps = compute(28, (isShared, step) => (isShared ? 98 : 100) + slow(step));
  expect(steps.filter(Boolean)).toHaveLength(3);
});

test('threads that save next to nothing are left to the page', () => {
  expect(share(compute(500, (isShared) => (isShared ? 97 : 100)))).toBeLessThan(0.15);
});

test('what changes while it runs is noticed', () => {
  const busy = (step: number) => step >= 100 && step < 600;
  const steps = compute(1200, (isShared, step) => (isShared ? (busy(step) ? 200 : 60) : 100));
  expect(share(steps.slice(6, 100))).toBeGreaterThan(0.9);
  expect(share(steps.slice(300, 600))).toBeLessThan(0.1);
  expect(share(steps.slice(1000))).toBeGreaterThan(0.9);
});

test('a step that something else holds up decides nothing', () => {
  const slow = (step: number) => (step === 1 || step === 24 ? 900 : 0);
  const steps = compute(60, (isShared, step) => (isShared ? 60 : 100) + slow(step));
  expect(share(steps)).toBeGreaterThan(0.8);
});

test('a device without threads is left alone', () => {
  const sharing = createSharing({});
  expect(() => [1, 2, 3, 4, 5, 6, 7].forEach((ms) => sharing.took(ms))).not.toThrow();
});
