import { median } from 'd3';
import type { NetworkConfig } from '../../../contract/runConfig.ts';
import {
  cifarClasses,
  placesOf,
  removalOf,
  type Lesion,
  type Looked,
  type Sorted,
} from '../../../contract/trainedNetwork.ts';
import { percent } from '../../../lib/format.ts';
import type { Answers, TrainedState } from './trainedStore.ts';

/** The error of guessing one of ten classes. */
export const chance = 0.9;

/** Share of the test pictures that the network gets wrong, 0 to 1. */
export function errorOf({ labels, guesses }: Sorted): number {
  return labels.filter((label, i) => label !== guesses[i]).length / labels.length;
}

/** How often pictures of each class (rows) got each class as the first guess (columns). */
export function confusion({ labels, guesses }: Sorted): number[][] {
  const counts = cifarClasses.map(() => cifarClasses.map(() => 0));
  for (const [i, label] of labels.entries()) {
    const row = counts[label] as number[];
    row[guesses[i] as number] = (row[guesses[i] as number] ?? 0) + 1;
  }
  return counts;
}

/** What the panel is busy with, or how it ended; empty before anything is open. */
export function statusOf(
  { chosen, phase, waitingFor, tested }: TrainedState,
  answers: Answers,
  pictures: number,
): string {
  if (!chosen || phase === 'failed') return '';
  const blocks = placesOf(chosen).length;
  const removing = `Block ${answers.lesions.length + (phase === 'busy' ? 1 : 0)} of ${blocks}`;
  if (phase === 'stopped') return `Stopped. ${removing}`;
  if (phase !== 'busy') return 'Done';
  if (waitingFor === 'engine') return 'Starting the engine…';
  if (waitingFor === 'connection') return 'Waiting for the network connection…';
  if (waitingFor) return 'Downloading the test pictures…';
  const share = `${tested} of ${pictures} test pictures`;
  if (!answers.sorted) return `Testing ${chosen.id}: ${share}…`;
  return answers.lesions.length < blocks ? `${removing} removed: ${share}…` : 'Computing…';
}

/** What removing one block did to a network, as test errors from 0 to 1; null before all its blocks were removed. */
export function lesionSummary(
  network: NetworkConfig,
  answers: Answers | undefined,
): { whole: number; middle: number; worst: number } | null {
  const errors = removedErrors(answers?.lesions ?? []);
  if (!answers?.sorted || answers.lesions.length < placesOf(network).length) return null;
  return {
    whole: errorOf(answers.sorted),
    middle: median(errors) as number,
    worst: Math.max(...errors),
  };
}

/** The summary of a network, for a reader who does not see its row; empty before there is one. */
export function lesionSentence(network: NetworkConfig, answers: Answers): string {
  const summary = lesionSummary(network, answers);
  if (!summary) return '';
  const { whole, middle, worst } = summary;
  return `${network.id} has ${percent(whole)} test error; with one block removed ${percent(middle)} in the median, ${percent(worst)} at worst.`;
}

/** How the bars of a network are to be read. */
export function lesionNote({ id, kind }: NetworkConfig): string {
  return kind === 'residual'
    ? 'Removed: the branch F; the shortcut is left. Paler bars: blocks that change the shape, where the shortcut is no identity.'
    : `Removed: the whole block, so its input goes to the next one. ${id} cannot run without the blocks that change the shape.`;
}

/** The errors of blocks that could be removed. */
export function removedErrors(lesions: Lesion[]): number[] {
  return lesions.flatMap(({ testError }) => (testError === null ? [] : [testError]));
}

/** What removing this block means and does. */
export function blockSentence(network: NetworkConfig, block: number, answers: Answers): string {
  const name = `Block ${block + 1}`;
  const removal = removalOf(network, block);
  if (removal === 'impossible')
    return `${name} halves the picture and doubles the channels: without it the next block gets a wrong shape, so it cannot be removed.`;
  const left = {
    shortcut: 'it changes the shape, so its shortcut, which does the same, is left',
    identity:
      network.kind === 'residual' ? 'its shortcut is left' : 'its input goes to the next block',
  }[removal];
  const error = answers.lesions[block]?.testError;
  const whole = answers.sorted && errorOf(answers.sorted);
  const says =
    typeof error === 'number' && whole !== null
      ? `${percent(error)} test error instead of ${percent(whole)}`
      : 'not computed yet';
  return `Without ${name.toLowerCase()}: ${says} (${left}).`;
}

export interface Guess {
  name: string;
  probability: number;
}

/** The likeliest classes first. */
export function guessesOf(probabilities: number[], count = 3): Guess[] {
  return probabilities
    .map((probability, index) => ({ name: cifarClasses[index] as string, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}

/** The rows of a block's equation, each with the term's maps. */
export function termsOf(
  network: NetworkConfig,
  block: number,
): { term: 'shortcut' | 'branch' | 'y'; sign: string; name: string }[] {
  const changes = removalOf(network, block) === 'shortcut';
  const shortcut = changes && network.shortcut === 'B' ? 'Wx' : 'x';
  const isPlain = network.kind === 'plain';
  const sign = network.kind === 'residual' && network.preActivation ? '=' : 'ReLU';
  return [
    ...(isPlain ? [] : [{ term: 'shortcut' as const, sign: '', name: shortcut }]),
    { term: 'branch', sign: isPlain ? '' : '+', name: 'F(x)' },
    { term: 'y', sign, name: 'y' },
  ];
}

/** Whether what was looked at is what is asked for now. */
export function isCurrent(
  looked: Looked | null,
  { chosen, picture, block }: TrainedState,
): looked is Looked {
  return (
    looked !== null &&
    chosen !== null &&
    looked.picture === picture &&
    looked.place === placesOf(chosen)[block]
  );
}

/** The next picture, from 0, that the network gets wrong; the picture itself where there is none. */
export function nextMistake({ labels, guesses }: Sorted, picture: number): number {
  for (let step = 1; step < labels.length; step++) {
    const next = (picture + step) % labels.length;
    if (labels[next] !== guesses[next]) return next;
  }
  return picture;
}
