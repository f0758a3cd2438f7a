import type { Answer } from '../../../contract/classify.ts';
import type { ModelCard } from '../../../contract/modelCard.ts';
import { isIntact } from '../../../contract/surgery.ts';
import type { Callout } from '../../../figure/frame/Takeaway.tsx';
import { percent, percentExact } from '../../../lib/format.ts';
import { isUnsure } from '../../../lib/verdicts.ts';
import { countChanges } from '../network/operate.ts';
import type { Answered } from './answerStore.ts';

/** A class's usual name, and its other names. */
export function classNames(card: ModelCard, index: number): { name: string; others: string } {
  const [name = '', ...others] = (card.classes[index]?.name ?? '').split(', ');
  return { name, others: others.join(', ') };
}

/** What was answered, and the share of the whole network's first guess. */
export function callout(card: ModelCard, answered: Answered): Callout {
  const { whole, answer } = answered;
  const share = answer.probabilities[whole.guesses[0]?.index ?? 0] ?? 0;
  return { key: percent(share), kind: 'residual', text: takeaway(card, answered) };
}

/** One sentence on what was answered: how far to trust it, or what surgery did to it. */
export function takeaway(card: ModelCard, answered: Answered): string {
  return isIntact(answered.surgery)
    ? trustSentence(card, answered.answer)
    : surgerySentence(card, answered);
}

function trustSentence(card: ModelCard, { guesses }: Answer): string {
  const [first, second] = guesses;
  if (!first) return `The network gives ${undecided(card)}`;
  if (!second) return '';
  const names = [first, second].map(({ index }) => classNames(card, index).name);
  const share = percent(first.probability);
  if (isUnsure(first.probability)) {
    return `The network is unsure. Its first guess, ${names[0]}, gets ${share} of the probability, and ${names[1]} gets ${percent(second.probability)}: treat them all as guesses.`;
  }
  return `The network answers ${names[0]}, with ${share} of the probability. That says how far ${names[0]} is ahead of the ${card.classes.length - 1} other things it knows, not that it is right.`;
}

function surgerySentence(card: ModelCard, { whole, answer, surgery }: Answered): string {
  const [before, after] = [whole.guesses[0], answer.guesses[0]];
  const { changed, reordered } = countChanges(surgery);
  const done = [
    changed > 0 && `${changed} of 16 blocks changed`,
    reordered > 0 && `the order in ${reordered} of 4 stages changed`,
  ];
  const what = `With ${done.filter(Boolean).join(' and ')},`;
  if (!after) return `${what} the network gives ${undecided(card)}`;
  if (!before) return `${what} the first guess is ${classNames(card, after.index).name}.`;
  const was = classNames(card, before.index).name;
  const left = percent(answer.probabilities[before.index] ?? 0);
  const change = `${was} goes from ${percent(before.probability)} to ${left}`;
  return after.index === before.index
    ? `${what} the first guess stays the same: ${change}.`
    : `${what} the first guess becomes ${classNames(card, after.index).name}: ${change}.`;
}

function undecided({ classes }: ModelCard): string {
  return `each of its ${classes.length} classes the same probability, ${percentExact(1 / classes.length)}: it has no answer to this picture.`;
}

/** All five guesses in a line, such as `espresso 96 %, orange 1 %`. */
export function guessLine(card: ModelCard, { guesses }: Answer): string {
  return guesses
    .map(({ index, probability }) => `${classNames(card, index).name} ${percent(probability)}`)
    .join(', ');
}

/** How long the answer took. */
export function milliseconds({ ms }: Answer): string {
  return `${Math.max(1, Math.round(ms))} ms`;
}

/** How long it took, and on what. */
export function deviceLine(answer: Answer, device: string): string {
  return `Live on this device: ${milliseconds(answer)}, ${device}.`;
}
