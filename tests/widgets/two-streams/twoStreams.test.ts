import { expect, test } from 'vitest';
import { shownTransformer, takeaway } from '../../../src/widgets/two-streams/describe.ts';
import { recording, run } from '../../../src/widgets/two-streams/examples.ts';
import { prediction } from '../../../src/widgets/two-streams/prediction.ts';
import { finished, initial, reduce } from '../../../src/widgets/two-streams/run.ts';
import { residualShown } from '../../../src/widgets/two-streams/shown.ts';
import { table } from '../../../src/widgets/two-streams/table.ts';

const settings = { design: 'original', network: 'chapter' } as const;

test('lengths are in those of the start, and places are named as readers count them', () => {
  const { places, growth, answers } = residualShown(recording, 'pre-activation');
  expect(places[3]).toMatchObject({ name: '1', group: 'stage 2', otherRatios: [0.5] });
  expect(places[1]!.shortcut).toBeCloseTo(1.21);
  expect(growth).toBeCloseTo(1.21 ** 3);
  expect(answers).toMatchObject([{ of: 'truth', whole: 0.5, others: [answers[0]!.without] }]);
  const transformer = shownTransformer(recording, null);
  expect(transformer.places.map(({ name, group }) => `${name} of ${group}`)).toEqual([
    ...['attention of layer 1', 'MLP of layer 1', 'attention of layer 2', 'MLP of layer 2'],
  ]);
  expect(transformer.growth).toBeCloseTo(1.5 ** 4);
});

test('the takeaway says how far both streams grow and what is lost', () => {
  expect(takeaway(null, settings, recording)).toEqual({
    key: '1.0 ×',
    kind: 'shortcut',
    text: 'Over stage 3 the ResNet’s stream becomes 1.0 × as long with the original block (1.0 to 1.1 × in 2 seeds); the transformer’s grows 5.1 ×. Without one block the ResNet loses 3 to 30 of 50 points, without one sublayer the transformer 40 to 100 of 100.',
  });
  const own = takeaway(run, { ...settings, design: 'pre-activation' }, recording).text;
  expect(own).toContain('1.8 × as long with pre-activation');
  expect(own).toContain('the transformer’s grows 10 ×');
});

test('a survey counts once all of it is there', () => {
  const { sizes, score, scoreWithout } = run;
  const findings = [
    { type: 'sizes' as const, ...sizes! },
    { type: 'score' as const, without: null, score: score! },
    ...scoreWithout.map((one) => ({ type: 'score' as const, without: 'layers.0.mlp', score: one })),
  ];
  const start = initial({ ...settings, network: 'reader' });
  expect(finished(findings.slice(0, -1).reduce(reduce, start))).toBeNull();
  expect(finished(findings.reduce(reduce, start))).toEqual({
    ...{ ...sizes, type: 'sizes', score, scoreWithout },
  });
});

test('the table has a row a place of every network', () => {
  expect(table(recording, null).rows).toHaveLength(4 * 9 + 2 * 4);
  const rows = table(recording, finished(run)).rows;
  expect(rows).toHaveLength(4 * 9 + 3 * 4);
  expect(rows[0]!.slice(0, 3)).toEqual(['original', 1, 'layer1.0']);
  expect(rows.at(-1)!.slice(0, 3)).toEqual(['transformer measured here', NaN, 'layers.1.mlp']);
});

test.each([
  [0.9, 0],
  [1.1, 1],
  [1.5, 2],
])(
  'a stream that becomes %d times as long at each block decides the prediction',
  (factor, right) => {
    const residual = recording.residual.map((stream) => ({
      ...stream,
      places: stream.places.map((place, i) => ({
        ...place,
        shortcut: { mean: factor ** i, deviation: 0 },
        after: { mean: factor ** (i + 1), deviation: 0 },
      })),
    }));
    const props = { recording: { ...recording, residual } };
    expect(prediction.outcome({ result: null, settings, props })).toBeNull();
    const switched = { ...settings, design: 'pre-activation' } as const;
    expect(prediction.outcome({ result: null, settings: switched, props })?.right).toBe(right);
  },
);
