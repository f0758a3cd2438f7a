import { samples, type Sample } from '../../../../content/samples.ts';
import type { ModelCard } from '../../../contract/modelCard.ts';
import type { Outcome } from '../../../figure/prediction/predictions.ts';
import { percent } from '../../../lib/format.ts';
import type { Answered } from './answerStore.ts';
import { classNames } from './describe.ts';

/** What is asked before the first photograph. */
export const question = 'The network gets one of the three photographs badly wrong. Which one?';

/** In the order of the samples. */
export const options = ['The espresso', 'The rocket', 'The cat'];

/** Names that are right for a sample, if only roughly: a tabby is a cat. No network of ours knows a rocket. */
const rightNames: Record<Sample['id'], RegExp> = {
  coffee: /espresso|coffee|cup/,
  rocket: /rocket|missile|space shuttle/,
  cat: /\b(cat|tabby)\b/,
};

/** Decided by the sample whose first guess, by the whole network, names something else; null before that. */
export function outcomeOf(
  sample: Sample['id'] | null,
  card: ModelCard | undefined,
  answered: Answered | null,
): Outcome | null {
  const first = answered?.whole.guesses[0];
  if (!sample || !card || !first) return null;
  const { name, others } = classNames(card, first.index);
  if (rightNames[sample]?.test(`${name}, ${others}`)) return null;
  const right = samples.findIndex(({ id }) => id === sample);
  const subject = samples[right]?.subject;
  return {
    right,
    says: `It takes ${subject} for “${name}”, with ${percent(first.probability)} of the probability.`,
  };
}
