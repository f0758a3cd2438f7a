import { duration, percent } from '../../lib/format.ts';
import type { ModelCard } from '../../contract/modelCard.ts';
import type { Surgery } from '../../contract/surgery.ts';
import type { Answer, ClassifyWaiting } from '../../contract/classify.ts';
import { countChanges } from './network/operate.ts';

/** Below this share of all probability the first guess is called unsure. */
const unsureBelow = 0.5;

/** A class's usual name, and its other names. */
export function classNames(card: ModelCard, index: number): { name: string; others: string } {
  const [name = '', ...others] = (card.classes[index]?.name ?? '').split(', ');
  return { name, others: others.join(', ') };
}

/** One sentence on what the network answered, and how far to trust it. */
export function takeaway(card: ModelCard, { guesses }: Answer): string {
  const [first, second] = guesses;
  if (!first || !second) return '';
  const names = [first, second].map(({ index }) => classNames(card, index).name);
  const share = percent(first.probability);
  if (first.probability < unsureBelow) {
    return `The network is unsure. Its first guess, ${names[0]}, gets ${share} of the probability, and ${names[1]} gets ${percent(second.probability)}: read this as a list of guesses.`;
  }
  return `The network answers ${names[0]}, with ${share} of the probability. That says how far ${names[0]} is ahead of the ${card.classes.length - 1} other things it knows, not that it is right.`;
}

/** One sentence on what removing, cutting or moving blocks did to the answer. */
export function surgeryTakeaway(
  card: ModelCard,
  surgery: Surgery,
  whole: Answer,
  answer: Answer,
): string {
  const [before, after] = [whole.guesses[0], answer.guesses[0]];
  if (!before || !after) return '';
  const { changed, reordered } = countChanges(surgery);
  const done = [
    changed > 0 && `${changed} of 16 blocks changed`,
    reordered > 0 && `the order in ${reordered} of 4 stages changed`,
  ];
  const what = `With ${done.filter(Boolean).join(' and ')},`;
  const was = classNames(card, before.index).name;
  const left = percent(answer.probabilities[before.index] ?? 0);
  const change = `${was} goes from ${percent(before.probability)} to ${left}`;
  return after.index === before.index
    ? `${what} the first guess stays: ${change}.`
    : `${what} the first guess becomes ${classNames(card, after.index).name}: ${change}.`;
}

/** All five guesses in a line, such as `espresso 96 %, orange 1 %`. */
export function guessLine(card: ModelCard, { guesses }: Answer): string {
  return guesses
    .map(({ index, probability }) => `${classNames(card, index).name} ${percent(probability)}`)
    .join(', ');
}

/** What the model is and how good it is, from its own card. */
export function modelSentence({ accuracy, classes, crop }: ModelCard): string {
  const things = `It knows ${classes.length.toLocaleString('en-GB')} things, and sees every picture at ${crop}×${crop} pixels.`;
  if (!accuracy) return `${things} How good it is, this page cannot know.`;
  const right = (share: number) => `${Math.round(share * 100)} in 100`;
  return `${things} Of ${accuracy.pictures.toLocaleString('en-GB')} pictures that it had never seen, its first guess was right for ${right(accuracy.top1)}, one of its five for ${right(accuracy.top5)}.`;
}

/** What the first answer waits for. */
export function waitingLine(waiting: ClassifyWaiting): string {
  switch (waiting.for) {
    case 'engine':
      return 'Starting the engine…';
    case 'weights': {
      const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
      const of = waiting.totalBytes ? ` of ${megabytes(waiting.totalBytes)}` : '';
      return `Fetching the network: ${megabytes(waiting.receivedBytes)}${of} MB…`;
    }
    case 'first run':
      return 'Preparing the network…';
  }
}

/** How long the answer took, and on what. */
export function deviceLine({ ms }: Answer, device: string): string {
  return `Live on this device: ${Math.max(1, Math.round(ms))} ms, ${device}.`;
}

/** How much longer a download takes at its speed so far, such as `, about 20 s left`. */
export function timeLeft(
  { receivedBytes, totalBytes }: { receivedBytes: number; totalBytes: number | undefined },
  since: { receivedBytes: number; elapsedMs: number },
): string {
  const came = receivedBytes - since.receivedBytes;
  if (!totalBytes || came <= 0 || since.elapsedMs < 1000) return '';
  return `, about ${duration(((totalBytes - receivedBytes) * since.elapsedMs) / came)} left`;
}
