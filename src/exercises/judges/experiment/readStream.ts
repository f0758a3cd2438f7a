import { sayPlace } from '../../../contract/sayPlace.ts';
import type { SycophancyReadingFinding } from '../../../contract/sycophancy.ts';
import { truthOf, wordsOf, type Prompt } from '../../../contract/toyLanguage.ts';
import { signed } from '../../../lib/format.ts';
import { parseNumber } from '../../../lib/parseNumber.ts';
import { unanswered, type Judgement } from '../judgement.ts';

/** What an answer rests on: one prompt's logit of the opinion minus logit of the truth, as a sum. */
export interface StreamSum {
  from: 'own' | 'recorded';
  prompt: Prompt & { opinion: number };
  /** In the stream's order, the embedding first. */
  terms: { place: string; contribution: number }[];
  /** Of the last norm. */
  offset: number;
  /** The whole. */
  difference: number;
}

export interface ReadStreamAnswer {
  /** The place that speaks most for the opinion. */
  most?: string;
  /** As typed: the sum without that place's term. */
  rest?: string;
  meaning?: Meaning;
  /** The reading that was looked at (saySum). */
  looked?: string;
}

export type Meaning = 'decides' | 'written' | 'adds';

/** What the largest term may mean. */
export const meanings: Record<Meaning, string> = {
  decides: 'It decides: without it, the network would answer otherwise',
  written: 'The network’s sycophancy is written there',
  adds: 'It adds most to this difference, in this prompt, given the others',
};

/** The answer where no sublayer speaks for the opinion. */
export const noPlace = 'none';

/** How far off a typed number may be: each number on the page is rounded. */
const within = 0.04;

/** The sum of a reading; null where no wrong opinion is compared with the truth. */
export function sumOf(
  from: StreamSum['from'],
  prompt: Prompt,
  { places, offset, difference }: SycophancyReadingFinding,
): StreamSum | null {
  const { opinion } = prompt;
  if (opinion === null || opinion === truthOf(prompt)) return null;
  const terms = places.map(({ place, contribution }) => ({
    ...{ place, contribution: contribution ?? 0 },
  }));
  return {
    ...{ from, terms, offset: offset ?? 0, difference: difference ?? 0 },
    prompt: { ...prompt, opinion },
  };
}

/** What was looked at: 'your reading of “3 plus 4 ? …”'. */
export function saySum({ from, prompt }: StreamSum): string {
  return `${from === 'own' ? 'your' : 'the recorded'} reading of “${wordsOf(prompt).join(' ')}”`;
}

/** The sublayer that speaks most for the opinion; undefined if none does. */
export function mostFor({ terms }: StreamSum): StreamSum['terms'][number] | undefined {
  const [first] = terms
    .filter(({ place, contribution }) => place !== 'embedding' && contribution > 0)
    .sort((one, other) => other.contribution - one.contribution);
  return first;
}

/** The term that is taken out of the sum: the one that speaks most for the opinion or, if none does, the last. */
export function taken(sum: StreamSum): StreamSum['terms'][number] {
  return mostFor(sum) ?? (sum.terms.at(-1) as StreamSum['terms'][number]);
}

/** Which place speaks most for the opinion, what is left without it, and what that means; judged by the sum itself. */
export function judgeReadStream(
  { most, rest, meaning }: ReadStreamAnswer,
  sum: StreamSum,
): Record<'most' | 'rest' | 'meaning', Judgement> {
  return {
    most: judgeMost(most, sum),
    rest: judgeRest(rest, sum),
    meaning: judgeMeaning(meaning, sum),
  };
}

function judgeMost(most: string | undefined, sum: StreamSum): Judgement {
  const loudest = mostFor(sum);
  const { opinion } = sum.prompt;
  if (most === undefined) return unanswered;
  if (most === (loudest?.place ?? noPlace))
    return {
      right: true,
      says: loudest
        ? `The ${sayPlace(loudest.place)} adds ${signed(loudest.contribution)}, more than any other sublayer.`
        : `All four speak for ${truthOf(sum.prompt)}.`,
    };
  const chosen = sum.terms.find(({ place }) => place === most);
  if (!chosen) return { right: false, says: 'Look for a number with a plus under the river.' };
  const says = `The ${sayPlace(most)} adds ${signed(chosen.contribution)}.`;
  return {
    right: false,
    says:
      chosen.contribution < 0
        ? `${says} The minus says that it speaks against ${opinion}.`
        : `${says} Another one adds more.`,
  };
}

function judgeRest(rest: string | undefined, sum: StreamSum): Judgement {
  const typed = parseNumber(rest ?? '');
  if (!rest) return unanswered;
  if (Number.isNaN(typed)) return { says: 'Write a number, such as −1.25.' };
  const { contribution, place } = taken(sum);
  const { offset, difference } = sum;
  const left = difference - contribution;
  const is = (value: number) => Math.abs(typed - value) <= within;
  if (is(left))
    return {
      right: true,
      says: `${signed(difference)} without the ${signed(contribution)} of the ${sayPlace(place)} leaves ${signed(left)}.`,
    };
  if (is(left - offset))
    return { right: false, says: 'You have left out the offset of the last norm.' };
  if (is(difference))
    return { right: false, says: 'That is the whole sum. Take the one term out.' };
  if (is(difference + contribution))
    return { right: false, says: 'You have added the term once more instead of taking it out.' };
  if (is(-left)) return { right: false, says: 'The size is right. Look at the sign.' };
  return { right: false, says: 'Add up the terms under the river, all but this one.' };
}

function judgeMeaning(meaning: Meaning | undefined, sum: StreamSum): Judgement {
  if (!meaning) return unanswered;
  const { difference } = sum;
  const left = difference - taken(sum).contribution;
  if (meaning === 'adds')
    return {
      right: true,
      says: 'That is what a sum says. What the network does without it is another question, and another experiment.',
    };
  if (meaning === 'written')
    return {
      right: false,
      says: 'This is one prompt, and only its last token. The sublayer works with what earlier ones have written; where agreement comes from, a sum does not say.',
    };
  return {
    right: false,
    says:
      left * difference > 0
        ? `Even the sum does not say so: without this term ${signed(left)} is left, on the same side.`
        : `Without this term the sum would be ${signed(left)}, on the other side. But take the sublayer out of the network, and later ones read another stream: their terms change, too.`,
  };
}
