import { sayPlace } from '../../contract/sayPlace.ts';
import type { SycophancyReadingFinding } from '../../contract/sycophancy.ts';
import { truthOf, vocabulary, type Prompt } from '../../contract/toyLanguage.ts';

/** A run whose stream was read. */
export interface Read {
  prompt: Prompt;
  reading: SycophancyReadingFinding;
}

/** What happens to one token's stream at one place. */
export interface Stage {
  place: string;
  /** In words: `attention of layer 1`. */
  name: string;
  /** Lengths of what is added and of the stream after it. */
  added: number;
  stream: number;
  /** Cosine between what is added and the stream before. */
  alignment: number;
  /** What the network would answer if the stream ended here. */
  lens: { word: string; probability: number };
  /** To the logit of the opinion minus that of the truth; null where nothing is compared. */
  contribution: number | null;
  /** The contributions so far, with this one. */
  sum: number | null;
  heads: (number | null)[];
}

/** One token's way through the network. */
export interface Course {
  token: number;
  stages: Stage[];
  /** Whether contributions are known: of the last token, where an opinion differs from the truth. */
  isCompared: boolean;
  offset: number;
  difference: number;
  /** From which stage on the lens names the answer; null of other tokens, which are never asked for one. */
  turn: number | null;
}

/** The course of a token, from 0. */
export function courseOf({ prompt, reading }: Read, token: number): Course {
  const isLast = token === reading.words.length - 1;
  const isCompared = isLast && prompt.opinion !== null && prompt.opinion !== truthOf(prompt);
  let sum = 0;
  const stages = reading.places.map((place): Stage => {
    const lens = place.lens[token] ?? { token: 0, probability: 0 };
    sum += place.contribution ?? 0;
    return {
      place: place.place,
      name: sayPlace(place.place),
      added: place.added[token] ?? 0,
      stream: place.stream[token] ?? 0,
      alignment: place.alignment[token] ?? 0,
      lens: { word: vocabulary[lens.token] ?? '', probability: lens.probability },
      contribution: isCompared ? place.contribution : null,
      sum: isCompared ? sum : null,
      heads: isCompared ? place.heads.map(({ contribution }) => contribution) : [],
    };
  });
  const answer = stages.at(-1)?.lens.word;
  const turn = isLast ? stages.findLastIndex(({ lens }) => lens.word !== answer) + 1 : null;
  return {
    ...{ token, stages, isCompared, turn },
    offset: reading.offset ?? 0,
    difference: reading.difference ?? 0,
  };
}

/** The sublayer that speaks most for the answer with the larger logit. */
export function loudest({ stages, difference }: Course): Stage | undefined {
  const sign = Math.sign(difference);
  const toward = ({ contribution }: Stage) => sign * (contribution ?? 0);
  return stages.slice(1).sort((one, other) => toward(other) - toward(one))[0];
}
