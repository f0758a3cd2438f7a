import { expect, test } from 'vitest';
import { textOf } from '../../../src/figure/frame/Takeaway.tsx';
import { startOf } from '../../../src/figure/settings/settings.tsx';
import {
  initial,
  kept,
  passAt,
  reduce,
  type BlockRun,
} from '../../../src/widgets/block-machine/run.ts';
import { prediction } from '../../../src/widgets/block-machine/prediction.ts';
import { settings } from '../../../src/widgets/block-machine/settings.ts';
import { table, takeaway } from '../../../src/widgets/block-machine/describe.ts';
import { strength, stages } from '../../../src/widgets/block-machine/stages.ts';
import { run } from '../../../src/widgets/block-machine/examples.ts';
import { signedToRgba } from '../../../src/ui/pixels/toRgba.ts';

const at = (factor: number) => ({ ...startOf(settings), factor });

test('the controls choose among what was computed', () => {
  expect(passAt(run, at(0.5))?.branch.norm).toBe(10);
  expect(passAt(run, { ...at(0.5), shrinks: 'weights' })).toBeUndefined();
  expect(takeaway(run, at(0.3))).toBe('Not computed yet at this factor.');
  expect(Object.values(stages(run, at(0))).map(({ id, maps }) => [id, maps?.norm])).toEqual([
    ['x', 10],
    ['branch', 0],
    ['sum', 10],
    ['residual', 10],
    ['plain', 0],
  ]);
});

test('the takeaway tells what is left in each block', () => {
  expect(takeaway(run, at(0.5))).toEqual({
    key: '50.0 %',
    kind: 'branch',
    text: 'With γ and β times 0.5, F(x) has 50.0 % of its norm. The plain block outputs maps of norm 7.5; the residual block outputs maps that differ from x by 100.0 % of x’s norm.',
  });
  expect(textOf(takeaway(run, at(0)))).toMatch(
    /The plain block outputs nothing but zeros; the residual block outputs x, unchanged\./,
  );
});

test('maps are pale at zero, and as strong at every factor', () => {
  const most = strength(run);
  expect(most).toBe(30);
  expect([...signedToRgba(Float32Array.of(0, most, -most), most)]).toEqual([
    ...[243, 240, 232, 255],
    ...[104, 60, 0, 255],
    ...[52, 34, 110, 255],
  ]);
});

test('at factor 1 it does not matter what would shrink, and a record keeps no more', () => {
  const start = startOf(settings);
  expect(passAt(run, { ...start, shrinks: 'weights' })).toBe(run.passes[0]);
  expect(kept(run)).toEqual({ ...run, passes: [run.passes[0]] });
  expect(stages(kept(run), at(0.5)).plain.maps).toBe(run.passes[0]!.plain);
});

test('the prediction is decided by the pass without a branch', () => {
  const outcome = (result: BlockRun | null) =>
    prediction.outcome({ result, settings: startOf(settings), props: {} });
  expect(outcome(null)).toBeNull();
  expect(outcome(kept(run))).toBeNull();
  expect(outcome(run)).toEqual({
    right: 1,
    says: 'The plain block outputs nothing but zeros; the residual block outputs x, unchanged.',
  });
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
