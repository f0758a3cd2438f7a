import { expect, test } from 'vitest';
import { recordedLine, table, takeaway } from '../../../src/widgets/lesion-study/describe.ts';
import { prediction } from '../../../src/widgets/lesion-study/prediction.ts';
import { reduce } from '../../../src/widgets/lesion-study/run.ts';
import { recording, run } from '../../../src/widgets/lesion-study/examples.ts';

test('the takeaway gives what was recorded, and what was measured here', () => {
  expect(takeaway(recording, null)).toEqual({
    key: '2 of 16',
    kind: 'shortcut',
    text: 'The whole network names 66.2 % of the pictures correctly, and without one block’s branch still 24.0 to 66.0 %. Cut one shortcut, and it is as good as blind in 2 of 16 blocks; in the other 14 it still names 8.0 to 60.0 %.',
  });
  expect(takeaway({ ...recording, withoutShortcut: Array(16).fill(0.01) }, null).text).toMatch(
    /Cut any one shortcut, and it is as good as blind\.$/,
  );
  expect(takeaway(recording, run).text).toMatch(
    /Here its first guess stayed for 50 to 100 % of 12 squares without a branch, for 0 % without a shortcut\.$/,
  );
});

test('the table has a row a block, and columns for what was measured once there is something', () => {
  expect(table(recording, null).rows).toHaveLength(16);
  expect(table(recording, null).rows[0]).toEqual([1, 1, 0.24, 0]);
  expect(table(recording, run).rows[0]).toEqual([1, 1, 0.24, 0, 0.5, 0]);
  expect(table(recording, run).rows.at(-1)!.slice(0, 2)).toEqual([4, 3]);
});

test.each([
  [0.4, 0.1, 1],
  [0.1, 0.4, 0],
  [0.4, 0.39, 2],
])(
  'without a branch %s and without a shortcut %s decide the prediction',
  (branch, shortcut, right) => {
    const all = (share: number) => recording.withoutBranch.map(() => share);
    const record = { ...recording, withoutBranch: all(branch), withoutShortcut: all(shortcut) };
    const evidence = {
      result: null,
      settings: { views: 24 as const },
      props: { recording: record },
    };
    expect(prediction.outcome(evidence)?.right).toBe(right);
  },
);

test('the newest finding counts', () => {
  const later = { ...run.found!, views: 24 };
  expect([run.found!, later].reduce(reduce, run).found).toBe(later);
});

test('a recording says when, on what and by what it was made', () => {
  expect(recordedLine(recording)).toBe(
    'Recorded on 24 November 2026, 1,000 pictures that the network was not trained on: WebAssembly.',
  );
});
