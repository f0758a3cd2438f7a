import { expect, test } from 'vitest';
import { textOf } from '../../../src/figure/frame/Takeaway.tsx';
import { startOf } from '../../../src/figure/settings/settings.tsx';
import { sayChanges, table, takeaway } from '../../../src/widgets/stream-steering/describe.ts';
import { runWith, score } from '../../../src/widgets/stream-steering/examples.ts';
import { prediction } from '../../../src/widgets/stream-steering/prediction.ts';
import { effectAt, effectOf, rankingOf } from '../../../src/widgets/stream-steering/results.ts';
import {
  changesOf,
  initial,
  planOf,
  reduce,
  type SteeringRun,
} from '../../../src/widgets/stream-steering/run.ts';
import { settings, type SteeringSettings } from '../../../src/widgets/stream-steering/settings.ts';

const start = startOf(settings);
const asItWas = score(1, 1, 1);
const said = (run: SteeringRun) => textOf(takeaway(run));
const found = (run: SteeringRun, ...scores: SteeringRun['scores']) =>
  scores.reduce((now, one, trial) => reduce(now, { type: 'trial', trial, score: one }), run);

test('a run tries the changes, the same with a random vector, and none', () => {
  expect(planOf(start).map(({ changes }) => changes)).toEqual([
    [{ type: 'steer', place: 'layers.0.attention', vector: 'agreement', factor: -1 }],
    [{ type: 'steer', place: 'layers.0.attention', vector: 'random', factor: -1 }],
    [],
  ]);
  const scaled = { ...start, factor: 0, off1: '13', mlp2: 0.5 };
  expect(planOf(scaled).map(({ role }) => role.is)).toEqual(['changed', 'unchanged']);
  expect(changesOf(scaled)).toEqual([
    { type: 'scale', place: 'layers.0.attention', head: 0, factor: 0 },
    { type: 'scale', place: 'layers.0.attention', head: 2, factor: 0 },
    { type: 'scale', place: 'layers.1.mlp', head: null, factor: 0.5 },
  ]);
  expect(sayChanges(scaled)).toBe(
    'heads 1 and 3 of attention of layer 1 off and MLP of layer 2 × 0.5',
  );
  expect(planOf({ ...start, show: 'curve' })).toHaveLength(35);
});

test('while a slider is dragged, the newest of each score is shown, and only of the same network', () => {
  const whole = found(initial(start, null), score(0.07, 0.8, 0.51), score(0.71, 0.6, 0.9), asItWas);
  expect(whole.previous).toBeNull();
  const first = found(initial({ ...start, factor: 1 }, whole), score(0.6, 0.1, 0.1));
  const second = initial({ ...start, factor: 2 }, first);
  expect(effectOf(second)).toEqual({
    changed: score(0.6, 0.1, 0.1),
    control: score(0.71, 0.6, 0.9),
    unchanged: asItWas,
  });
  const other = initial({ ...start, network: 'reader' }, first);
  expect(effectOf(other)).toEqual({ changed: null, control: null, unchanged: null });
  expect(effectAt(second, start)).toBeNull();
});

test.each<[part: Partial<SteeringSettings>, changed: number, control: number, says: RegExp]>([
  [
    {},
    0.07,
    0.71,
    /7 % of the time \(before: 100 %\).*agreement at 71 %, so the direction matters/,
  ],
  [{}, 0.6, 0.62, /does as much \(62 %\), so it isn’t the direction that matters/],
  [{}, 0.9, 0.5, /does more \(50 %\), so it isn’t the direction that matters/],
  [{ place: 'layers.1.mlp' }, 1, 1, /Neither the vector nor a random one of equal length/],
  // A random vector lowers agreement where the vector does not.
  [{ place: 'layers.1.mlp' }, 0.99, 0.4, /A random vector of equal length changes more: 40 %/],
])('after %o: %d with the vector, %d with a random one', (part, changed, control, says) => {
  const run = runWith(part, [score(changed, 0.9, 0.9), score(control, 0.9, 0.9), asItWas]);
  expect(said(run)).toMatch(says);
});

test('what a sublayer’s absence shows depends on what else goes with it', () => {
  const without = (...friends: number[]) => [
    asItWas,
    ...friends.map((agree) => score(agree, 1, 1)),
  ];
  const ranking = { show: 'ranking' } as const;
  const clear = runWith(ranking, without(0.4, 0.8, 0.1, 1));
  expect(rankingOf(clear).map(({ place }) => place)).toEqual([
    'layers.1.attention',
    'layers.0.attention',
    'layers.0.mlp',
    'layers.1.mlp',
  ]);
  expect(said(clear)).toMatch(
    /^Without attention of layer 2.*10 %.*And 100 % of bare sums stay right/,
  );
  const outcome = (run: SteeringRun) =>
    prediction.outcome({ result: run, settings: run.settings, props: {} })?.right;
  expect(outcome(clear)).toEqual([[2]]);

  const tie = runWith(ranking, without(0.11, 0.8, 0.1, 1));
  expect(said(tie)).toMatch(/which these prompts can’t tell apart: 10 % and 11 %/);
  expect(outcome(tie)).toEqual([[2, 0]]);
  expect(outcome(runWith({}, without(0.1, 1)))).toBeUndefined();
  expect(outcome(runWith(ranking, without(0.1, 1)))).toBeUndefined();
});

test('the table has a row a trial, with the spread of the difference', () => {
  const run = runWith({}, [score(0.07, 0.8, 0.51), score(0.71, 0.6, 0.9), asItWas]);
  expect(table(run)?.rows.map(([trial]) => trial)).toEqual([
    'changed',
    'random vector',
    'unchanged',
  ]);
  expect(table(run)?.rows[2]).toEqual(['unchanged', 1, 0, 0, 1, 1, 13, 3, -13, 3]);
  expect(table(initial(start, null))).toBeNull();
});
