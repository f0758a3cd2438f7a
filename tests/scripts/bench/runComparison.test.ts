import { expect, test } from 'vitest';
import type { CandidateName } from '../../../scripts/bench/comparisons.ts';
import type { StartedCandidate } from '../../../scripts/bench/startedCandidate.ts';
import { runComparison } from '../../../scripts/bench/runComparison.ts';

/** Takes `stepMs` a step without taking time, and notes its turns. */
function fake(stepMs: number, losses: number[], turns: string[] = [], name = ''): StartedCandidate {
  return {
    async run(steps) {
      turns.push(`${name}${steps}`);
      return { ms: steps * stepMs, stepMs: Array(steps).fill(stepMs), losses };
    },
    stop: async () => {},
  };
}

test('candidates take turns there and back, for about equal times', async () => {
  const turns: string[] = [];
  const candidates = new Map<CandidateName, StartedCandidate>([
    ['ours.wasm', fake(10, [2, 1], turns, 'a')],
    ['core.wasm', fake(400, [2, 1], turns, 'b')],
  ]);
  const { stepMs } = await runComparison(candidates, 2, 100);
  expect(turns).toEqual(['a2', 'b2', 'a10', 'b1', 'b1', 'a10']);
  expect(stepMs.get('ours.wasm')).toEqual([10, 10]);
  expect(stepMs.get('core.wasm')).toEqual([400, 400]);
});

test('losses that differ, or are no numbers, are told', async () => {
  const difference = async (losses: number[]) => {
    const candidates = new Map<CandidateName, StartedCandidate>([
      ['ours.wasm', fake(10, [2, 1])],
      ['core.wasm', fake(10, losses)],
    ]);
    return (await runComparison(candidates, 1, 10)).lossDifference;
  };
  expect(await difference([2, 1])).toBe(0);
  expect(await difference([2, 1.5])).toBeCloseTo(0.4);
  expect(await difference([NaN, 1])).toBeNaN();
});
