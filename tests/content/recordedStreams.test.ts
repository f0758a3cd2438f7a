import { extent } from 'd3';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { StreamSizes } from '../../src/contract/streamSizes.ts';
import type { ResidualStream, TwoStreamsRecord } from '../../src/contract/twoStreamsRecord.ts';
import { percent, twoDigits } from '../../src/lib/format.ts';

const content = new URL('../../content/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, content), 'utf8');
const { residual, transformers } = JSON.parse(read('runs/two-streams.json')) as TwoStreamsRecord;
const lesson = read('lessons/08-transformers.mdx').replaceAll(/\s+/g, ' ');

const [original, preActivation] = [false, true].map((design) =>
  residual.filter(({ network }) => network.preActivation === design),
) as [ResidualStream[], ResidualStream[]];
/** The first blocks of stages 2 and 3, where the shape changes. */
const changing = [3, 6];

const range = (values: number[], format = twoDigits) =>
  extent(values)
    .map((end) => format(end!))
    .join(' to ');
const ratios = (streams: StreamSizes[], from = 0) =>
  streams.flatMap(({ places }) => places.slice(from).map(({ ratio }) => ratio.mean));
/** From what the shortcut of one place brings to the end. */
const growths = (streams: StreamSizes[], from: number) =>
  streams.map(({ places }) => places.at(-1)!.after.mean / places[from]!.shortcut.mean);

test('the ranges that lesson 8 names are those of all recorded networks', () => {
  const lost = preActivation.flatMap(({ right, rightWithout }) =>
    changing.map((block) => 100 * (right - rightWithout[block]!)),
  );
  for (const words of [
    `$\\branch{F(x)}$ is ${range(ratios(original))} times as long as`,
    `in the transformers, ${range(ratios(transformers))} times`,
    `at least ${percent(Math.min(...original.flatMap(({ rightWithout }) => rightWithout)))} of the pictures`,
    `to ${percent(Math.max(...transformers.map(({ scoreWithout }) => scoreWithout[0]!.none.truth)))} or less`,
    `keeps its length, ${range(growths(original, 6), (value) => value.toFixed(2))} times`,
    `a vector ${range(ratios(original, 6))} times as long`,
    `grows to ${range(growths(preActivation, 6))} times its length`,
    `which reach ${range(growths(transformers, 0))} times`,
    `is ${range(preActivation.flatMap(({ places }) => changing.map((block) => places[block]!.ratio.mean)))} times as long as what it is added to`,
    `${range(lost, (points) => points.toFixed(0))} points are lost`,
  ])
    expect(lesson).toContain(words);
});
