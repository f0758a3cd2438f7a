import type { StreamSizes } from '../../contract/streamSizes.ts';
import type { TwoStreamsRecord } from '../../contract/twoStreamsRecord.ts';
import type { Cell, Table } from '../../figure/tools/table.ts';
import type { Survey } from './run.ts';

/** A row a place, of every network; of a transformer measured here, too. */
export function table(recording: TwoStreamsRecord, measured: Survey | null): Table {
  const { residual, transformers } = recording;
  return {
    caption: `Lengths and |F(x)| / |x| are means over ${recording.pictures} held-out pictures, or over ${transformers[0].score.friend.prompts} held-out prompts at the last token, the standard deviation that of the ratio. Answers are shares from 0 to 1: right ones (of the transformer, to sums without an opinion), and agreement with friends’ wrong opinions.`,
    head: [
      ...[
        'network',
        'seed',
        'place',
        '|x|',
        '|F(x)|',
        '|sum|',
        '|F(x)| / |x|',
        'standard deviation',
      ],
      ...['right', 'right without it', 'agrees', 'agrees without it'],
    ],
    rows: [
      ...residual.flatMap(({ network, seed, right, rightWithout, ...sizes }) =>
        rowsOf(sizes, [network.preActivation ? 'pre-activation' : 'original', seed], (i) => [
          ...[right, rightWithout[i] ?? NaN, NaN, NaN],
        ]),
      ),
      ...transformers.flatMap((stream) =>
        surveyRows(stream, ['transformer', stream.training.seed]),
      ),
      ...(measured ? surveyRows(measured, ['transformer measured here', NaN]) : []),
    ],
  };
}

function surveyRows(survey: Survey, start: Cell[]): Cell[][] {
  const { none, friend } = survey.score;
  return rowsOf(survey, start, (i) => {
    const without = survey.scoreWithout[i];
    return [
      ...[none.truth, without?.none.truth ?? NaN],
      ...[friend.agree, without?.friend.agree ?? NaN],
    ];
  });
}

function rowsOf(
  { places }: StreamSizes,
  start: Cell[],
  answers: (index: number) => Cell[],
): Cell[][] {
  return places.map(({ place, shortcut, branch, after, ratio }, i) => [
    ...start,
    ...[place, shortcut.mean, branch.mean, after.mean, ratio.mean, ratio.deviation],
    ...answers(i),
  ]);
}
