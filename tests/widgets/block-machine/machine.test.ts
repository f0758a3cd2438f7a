import { expect, test } from 'vitest';
import { begin, defaultSettings, passAt } from '../../../src/widgets/block-machine/blockRun.ts';
import { table, takeaway } from '../../../src/widgets/block-machine/describe.ts';
import { brightness, stages, toGrey } from '../../../src/widgets/block-machine/stages.ts';
import { run } from './run.ts';

const at = (factor: number) => ({ ...defaultSettings, factor });

test('the controls choose among what was computed', () => {
  expect(passAt(run, at(0.5))?.branch.norm).toBe(10);
  expect(passAt(run, { ...at(0.5), shrinks: 'weights' })).toBeUndefined();
  expect(takeaway(run, at(0.3))).toBe('Not computed yet at this factor.');
  expect(stages(run, at(0)).map(({ id, maps }) => [id, maps?.norm])).toEqual([
    ['x', 10],
    ['branch', 0],
    ['sum', 10],
    ['residual', 10],
    ['plain', 0],
  ]);
});

test('the takeaway tells what is left in each block', () => {
  expect(takeaway(run, at(0.5))).toBe(
    'With γ and β times 0.5, F(x) has 50.0 % of its norm. The plain block’s output has norm 7.5; the residual block’s output differs from x by 100.0 % of x’s norm.',
  );
  expect(takeaway(run, at(0))).toMatch(
    /The plain block puts out nothing at all; the residual block puts out x, unchanged\./,
  );
});

test('maps are grey at zero, and as bright at every factor', () => {
  const most = brightness(run);
  expect(most).toBe(30);
  expect([...toGrey(Float32Array.of(0, most, -most), most)]).toEqual([
    0.5, 0.5, 0.5, 1, 1, 1, 0, 0, 0,
  ]);
});

test('the table has a row a pass', () => {
  expect(table(begin(defaultSettings))).toBeNull();
  expect(table(run)!.rows[1]).toEqual(['γ and β', 0.5, 10, 10, 20, 20, 7.5, 10]);
});
