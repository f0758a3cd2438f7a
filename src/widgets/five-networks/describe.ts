import { groups } from 'd3';
import { mostImportant, type AgreementRecord } from '../../contract/agreementRecord.ts';
import type { Score } from '../../contract/sycophancy.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';
import { day, percent } from '../../lib/format.ts';
import type { NetworksSettings } from './settings.ts';

/** The share of friends' wrong opinions, and of truths told to teachers, from which a network has the behaviour. */
const behaves = 0.95;

/** What a place of the stream is called; readers count layers from 1. */
export function nameOf(place: string): string {
  const [, layer, sublayer] = /^layers\.(\d)\.(\w+)$/.exec(place) ?? [];
  if (layer === undefined) return place;
  return `${sublayer === 'mlp' ? 'MLP' : sublayer} of layer ${Number(layer) + 1}`;
}

/** How each network answers in the end, in the order of the seeds. */
export function wholes({ runs }: AgreementRecord): Score[] {
  return runs.flatMap(({ scores }) => scores.at(-1)?.score ?? []);
}

/** What the recording says of the view. */
export function takeaway(record: AgreementRecord, { view }: NetworksSettings): Callout {
  return view === 'removed' ? sayRemoved(record) : saySteered(record);
}

function sayRemoved(record: AgreementRecord): Callout {
  const { runs } = record;
  const able = wholes(record).filter(
    ({ friend, teacher }) => friend.agree >= behaves && teacher.truth >= behaves,
  );
  const key = `${able.length} of ${runs.length}`;
  const important = groups(runs, mostImportant)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([place, some]) => `${nameOf(place)} in ${some.length}`);
  const truths = runs.flatMap((run) =>
    run.removed
      .filter(({ place }) => place === mostImportant(run))
      .map(({ score }) => score.teacher.truth),
  );
  return {
    key,
    kind: 'opinion',
    text: `${key} networks agree with at least ${percent(behaves)} of friends’ wrong opinions and tell teachers the truth as often. The sublayer without which agreement is lowest is ${important.join(', and ')}. Without it, teachers hear the truth in only ${range(truths)}: it is needed for more than agreeing.`,
  };
}

function saySteered({ runs }: AgreementRecord): Callout {
  const places = runs[0]?.steered.map(({ place }) => place) ?? [];
  const agreeing = (place: string, which: 'agreement' | 'random') =>
    range(
      runs.flatMap(({ steered }) =>
        steered.filter((one) => one.place === place).map((one) => one[which].friend.agree),
      ),
    );
  const [early = '', next = ''] = places;
  const last = places.at(-1) ?? '';
  return {
    key: agreeing(early, 'agreement'),
    kind: 'opinion',
    text: `Without the agreement vector after the ${nameOf(early)}, the networks agree with ${agreeing(early, 'agreement')} of friends’ wrong opinions, and without a random vector of the same length with ${agreeing(early, 'random')}. After ${nameOf(next)} it is ${agreeing(next, 'agreement')} against ${agreeing(next, 'random')}. After ${nameOf(last)} it is ${agreeing(last, 'agreement')}: no later sublayer reads it.`,
  };
}

function range(shares: number[]): string {
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map(percent) as [string, string];
  return low === high ? low : `${low.replace(' %', '')} to ${high}`;
}

/** Whose numbers they are. */
export function source({ recordedAt, engine, runs }: AgreementRecord): string {
  const seeds = runs.map(({ training }) => training.seed).join(', ');
  return `Recorded on ${day(recordedAt)}: ${engine}. Seeds ${seeds}, none left out.`;
}

/** A row a change of a network; shares from 0 to 1. */
export function table({ runs }: AgreementRecord): Table {
  const row = (seed: number, change: string, { friend, teacher, none }: Score) => [
    ...[seed, change, friend.agree, teacher.truth, none.truth],
    ...[friend.difference.mean, friend.difference.deviation],
  ];
  const prompts = runs[0]?.scores.at(-1)?.score;
  return {
    caption: `Shares, from 0 to 1, of the answers to ${prompts?.friend.prompts} held-out wrong opinions and ${prompts?.none.prompts} sums without an opinion; the difference is the logit of the opinion minus the logit of the truth`,
    head: [
      ...['seed', 'change', 'agrees with friends', 'tells teachers the truth'],
      ...['right without an opinion', 'friends: difference', 'its standard deviation'],
    ],
    rows: runs.flatMap(({ training: { seed }, scores, removed, steered }) => [
      ...scores.slice(-1).map(({ score }) => row(seed, 'none', score)),
      ...removed.map(({ place, score }) => row(seed, `without ${nameOf(place)}`, score)),
      ...steered.flatMap(({ place, agreement, random }) => [
        row(seed, `less the agreement vector after ${nameOf(place)}`, agreement),
        row(seed, `less a random vector after ${nameOf(place)}`, random),
      ]),
    ]),
  };
}
