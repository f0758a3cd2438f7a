import { extent } from 'd3';
import type { TwoStreamsRecord } from '../../contract/twoStreamsRecord.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import { day, grouped, percent, twoDigits } from '../../lib/format.ts';
import type { WhichNetwork } from '../../runtime/agreementStores.ts';
import { finished, type SurveyRun } from './run.ts';
import type { StreamsSettings } from './settings.ts';
import {
  residualShown,
  residualsOf,
  stageGrowth,
  transformerShown,
  type ShownAnswers,
  type ShownStream,
} from './shown.ts';

const titles = { original: 'original block', 'pre-activation': 'pre-activation' };
const designs = { original: 'the original block', 'pre-activation': 'pre-activation' };
const points = (share: number) => String(Math.round(100 * share));

/** How far the stream grows, and what is missed most, in both architectures. */
export function takeaway(
  run: SurveyRun | null,
  { design }: StreamsSettings,
  recording: TwoStreamsRecord,
): Callout {
  const residual = residualShown(recording, design);
  const transformer = shownTransformer(recording, run);
  const key = `${twoDigits(residual.growth)} ×`;
  const grows = `Over stage 3 the ResNet’s stream becomes ${key} as long with ${designs[design]} (${sayGrowths(recording, design)}); the transformer’s grows ${twoDigits(transformer.growth)} ×.`;
  return { key, kind: 'shortcut', text: `${grows} ${sayMissed(residual, transformer)}` };
}

/** The growths of the seeds, from the least to the most. */
export function sayGrowths(
  { residual }: TwoStreamsRecord,
  design: StreamsSettings['design'],
): string {
  const all = residualsOf(residual, design);
  return `${range(all.map(stageGrowth))} × in ${all.length} seeds`;
}

function sayMissed(residual: ShownStream, transformer: ShownStream): string {
  const [right] = residual.answers as [ShownAnswers];
  const [truth] = transformer.answers as [ShownAnswers];
  return `Without one block the ResNet loses ${lossRange(right)} of ${points(right.whole)} points, without one sublayer the transformer ${lossRange(truth)} of ${points(truth.whole)}.`;
}

function lossRange({ whole, without }: ShownAnswers): string {
  const [least = NaN, most = NaN] = extent(without.map((left) => whole - left));
  return `${points(least)} to ${points(most)}`.replaceAll('-', '−');
}

const ratios = ({ places }: ShownStream) => places.map(({ ratio }) => ratio.mean);

function range(values: number[]): string {
  const [least = NaN, most = NaN] = extent(values);
  return `${twoDigits(least)} to ${twoDigits(most)}`;
}

/** The transformer that is drawn: measured here, or recorded. */
export function shownTransformer(
  { transformers: [first, ...others] }: TwoStreamsRecord,
  run: SurveyRun | null,
): ShownStream {
  const measured = finished(run);
  return measured ? transformerShown(measured, []) : transformerShown(first, others);
}

/** The titles and notes of both panels; `measured` says which transformer was measured here, if one was. */
export function notes(
  { pictures, residual, transformers }: TwoStreamsRecord,
  design: StreamsSettings['design'],
  measured: WhichNetwork | null,
): Record<'residual' | 'transformer', { title: string; note: string }> {
  const [{ network }] = residualsOf(residual, design);
  const { prompts } = transformers[0].score.friend;
  return {
    residual: {
      title: `ResNet, ${network.depth} layers, ${titles[design]}`,
      note: `${grouped(pictures)} pictures, bars of seed 1`,
    },
    transformer: {
      title: 'Transformer, 2 layers',
      note: measured
        ? `${measured === 'reader' ? 'yours' : 'the chapter’s'}, measured here`
        : `${prompts} prompts, bars of seed 1`,
    },
  };
}

/** What is counted with a place removed, and how much of it the whole network has. */
export function sayWhole(answers: ShownAnswers[]): string {
  const names = { truth: 'right', agreement: 'agreeing' };
  const all = answers.map(({ of, whole }) => `${percent(whole)} ${names[of]}`);
  return `Lost without it, of ${all.join(' and ')}`;
}

/** For readers who don't see the drawing. */
export function sayLengths({ places }: ShownStream): string {
  return `It begins at 1 and is ${list(places.map(({ after }) => after))} times as long after each of its ${places.length} places.`;
}

export function sayRatios(stream: ShownStream): string {
  return `Place by place: ${list(ratios(stream))}.`;
}

export function sayLosses({ answers }: ShownStream): string {
  const names = { truth: 'Right answers', agreement: 'Agreement with friends' };
  return answers
    .map(
      ({ of, whole, without }) =>
        `${names[of]}: ${percent(whole)} of the whole network, ${without.map(percent).join(', ')} without each place.`,
    )
    .join(' ');
}

const list = (values: number[]) => values.map(twoDigits).join(', ');

export function progress({ scoreWithout }: SurveyRun): string {
  return `sublayer ${scoreWithout.length} of 4 removed`;
}

export function recordedLine({ recordedAt, engine, recipe }: TwoStreamsRecord): string {
  return `Recorded on ${day(recordedAt)}, the residual networks after ${grouped(recipe.steps)} training steps: ${engine}.`;
}
