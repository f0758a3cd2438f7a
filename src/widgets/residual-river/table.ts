import type { Table } from '../../figure/tools/table.ts';
import type { RiverRun } from './run.ts';
import { readOf } from './describe.ts';
import { courseOf } from './stages.ts';

/** A row a token and place; then, where logits are compared, what else belongs to their difference. */
export function table(run: RiverRun | null): Table | null {
  const read = readOf(run);
  if (!read) return null;
  const { words } = read.reading;
  const courses = words.map((_, token) => courseOf(read, token));
  const heads = Math.max(...read.reading.places.map((place) => place.heads.length));
  const numbers = Array.from({ length: heads }, (_, head) => head);
  const rows = courses.flatMap(({ token, stages }) =>
    stages.map((stage) => [
      ...[token + 1, words[token] ?? '', stage.name],
      ...[stage.added, stage.alignment, stage.stream],
      ...[stage.lens.word, stage.lens.probability],
      stage.contribution ?? NaN,
      ...numbers.map((head) => stage.heads[head] ?? NaN),
    ]),
  );
  const last = courses.at(-1);
  const rest = (name: string, value: number) => [
    ...[words.length, words.at(-1) ?? '', name, NaN, NaN, NaN, '', NaN, value],
    ...numbers.map(() => NaN),
  ];
  return {
    caption: `The stream in “${words.join(' ')}”; contributions are to the logit of the opinion minus the logit of the truth`,
    head: [
      ...[
        'token',
        'word',
        'place',
        'length added',
        'cosine with the stream',
        'length of the stream',
      ],
      ...['lens', 'probability', 'contribution'],
      ...numbers.map((head) => `head ${head + 1}`),
    ],
    rows: last?.isCompared
      ? [...rows, rest('offset of the last norm', last.offset), rest('sum', last.difference)]
      : rows,
  };
}
