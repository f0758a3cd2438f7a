import type { PlaceSizes, Spread, StreamSizes } from '../../contract/streamSizes.ts';
import type { Score } from '../../contract/sycophancy.ts';
import type { ResidualStream, TwoStreamsRecord } from '../../contract/twoStreamsRecord.ts';
import type { Survey } from './run.ts';
import type { StreamsSettings } from './settings.ts';

/** A stream as it is drawn: lengths are in those of its start. */
export interface ShownStream {
  /** How many times as long it becomes over its last stretch: the last stage of a ResNet, all of a transformer. */
  growth: number;
  places: ShownPlace[];
  /** What is counted with a place removed: one kind of answers, or two. */
  answers: ShownAnswers[];
}

export interface ShownPlace {
  /** Such as `2` in `stage 1`, or `MLP` in `layer 2`. */
  name: string;
  group: string;
  shortcut: number;
  branch: number;
  after: number;
  /** ‖F(x)‖ / ‖x‖, and its mean in the networks of the other seeds. */
  ratio: Spread;
  otherRatios: number[];
}

export interface ShownAnswers {
  of: 'truth' | 'agreement';
  /** Shares from 0 to 1: of the whole network, without each place, and so in the networks of the other seeds. */
  whole: number;
  without: number[];
  others: number[][];
}

/** The residual network of the first seed, with the others beside it. */
export function residualShown(
  { residual }: TwoStreamsRecord,
  design: StreamsSettings['design'],
): ShownStream {
  const [first, ...others] = residualsOf(residual, design);
  return {
    growth: stageGrowth(first),
    places: placesOf(first, others, nameBlock),
    answers: [
      {
        of: 'truth',
        ...{ whole: first.right, without: first.rightWithout },
        others: others.map(({ rightWithout }) => rightWithout),
      },
    ],
  };
}

/** The recorded networks of one design, in the order of the seeds. */
export function residualsOf(
  residual: ResidualStream[],
  design: StreamsSettings['design'],
): [ResidualStream, ...ResidualStream[]] {
  const wanted = design === 'pre-activation';
  const [first, ...others] = residual.filter(({ network }) => network.preActivation === wanted);
  if (!first) throw new Error(`No network of the design ${design} was recorded.`);
  return [first, ...others];
}

/** A transformer, with others beside it. */
export function transformerShown(survey: Survey, others: Survey[]): ShownStream {
  const shares = (of: ShownAnswers['of'], share: (score: Score) => number): ShownAnswers => ({
    of,
    ...{ whole: share(survey.score), without: survey.scoreWithout.map(share) },
    others: others.map(({ scoreWithout }) => scoreWithout.map(share)),
  });
  return {
    growth: growthFrom(survey, 0),
    places: placesOf(survey, others, nameSublayer),
    answers: [
      shares('truth', ({ none }) => none.truth),
      shares('agreement', ({ friend }) => friend.agree),
    ],
  };
}

function placesOf(
  { start, places }: StreamSizes,
  others: StreamSizes[],
  name: (place: string) => Pick<ShownPlace, 'name' | 'group'>,
): ShownPlace[] {
  const times = ({ mean }: Spread) => mean / start.mean;
  return places.map(({ place, shortcut, branch, after, ratio }, index) => ({
    ...name(place),
    ...{ shortcut: times(shortcut), branch: times(branch), after: times(after), ratio },
    otherRatios: others.map((other) => (other.places[index] as PlaceSizes).ratio.mean),
  }));
}

/** How many times as long a residual network's stream becomes in the last of its three stages. */
export function stageGrowth(sizes: StreamSizes): number {
  return growthFrom(sizes, (2 * sizes.places.length) / 3);
}

/** From what the shortcut of one place brings to the end. */
function growthFrom({ places }: StreamSizes, first: number): number {
  return (places.at(-1)?.after.mean ?? NaN) / (places[first]?.shortcut.mean ?? NaN);
}

/** `layer2.0` → block 1 of stage 2. */
function nameBlock(place: string): Pick<ShownPlace, 'name' | 'group'> {
  const [stage, block] = numbersOf(place);
  return { name: String((block ?? NaN) + 1), group: `stage ${stage}` };
}

/** `layers.0.attention` → attention of layer 1. */
function nameSublayer(place: string): Pick<ShownPlace, 'name' | 'group'> {
  const [layer] = numbersOf(place);
  return {
    name: place.endsWith('mlp') ? 'MLP' : 'attention',
    group: `layer ${(layer ?? NaN) + 1}`,
  };
}

const numbersOf = (place: string) => (place.match(/\d+/g) ?? []).map(Number);
