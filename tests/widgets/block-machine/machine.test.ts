import { expect, test } from 'vitest';
import { startOf } from '../../../src/figure/settings.tsx';
import { initial, passAt, reduce } from '../../../src/widgets/block-machine/run.ts';
import { settings } from '../../../src/widgets/block-machine/settings.ts';
import { table, takeaway } from '../../../src/widgets/block-machine/describe.ts';
import { brightness, stages } from '../../../src/widgets/block-machine/stages.ts';
import { run } from '../../../src/widgets/block-machine/examples.ts';
import { greyToRgba } from '../../../src/ui/pixels/toRgba.ts';

const at = (factor: number) => ({ ...startOf(settings), factor });

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
  expect([...greyToRgba(Float32Array.of(0, most, -most), most, -most)]).toEqual([
    ...[128, 128, 128, 255],
    ...[255, 255, 255, 255],
    ...[0, 0, 0, 255],
  ]);
});

test('the table has a row a pass', () => {
  expect(table(initial())).toBeNull();
  expect(table(run)!.rows[1]).toEqual(['γ and β', 0.5, 10, 10, 20, 20, 7.5, 10]);
});

test('a run grows by its findings and leaves the one before alone', () => {
  const empty = initial();
  const [pass] = run.passes;
  const input = { type: 'blockInput', picture: run.picture!, x: run.x! } as const;
  const grown = [input, pass!].reduce(reduce, empty);
  expect(grown).toEqual({ ...run, passes: [pass] });
  expect(empty.passes).toEqual([]);
});
