import { mean } from 'd3';
import {
  lastOf,
  type Measurement,
  type NetworkRecord,
  type RunRecord,
} from '../../../contract/runRecord.ts';
import { percent, twoDigits } from '../../../lib/format.ts';
import { createRng } from '../../../lib/rng.ts';
import { unanswered, type Judgement } from '../judgement.ts';

/** A fault that a reader may find in a run: the ids of content/runs/faults.json. */
export type Fault =
  | 'rate-too-high'
  | 'rate-too-low'
  | 'no-batch-norm'
  | 'decay-too-high'
  | 'few-pictures';

/** The fault that a reader finds in each run, by the run's letter. */
export type Diagnoses = Record<string, Fault>;

export const faults: Record<Fault, string> = {
  'rate-too-low': 'The learning rate is far too low',
  'rate-too-high': 'The learning rate is far too high',
  'no-batch-norm': 'A plain network without batch norm',
  'decay-too-high': 'The weight decay is far too high',
  'few-pictures': 'It sees the same few pictures again and again',
};

/** What a run's curves say, as numbers. */
export interface Signs {
  /** Means of the recording's first, highest, lowest and last groups of steps. */
  loss: { first: number; highest: number; lowest: number; last: number };
  /** After how many steps the loss was lowest. */
  lowestAt: number;
  /** At the end, 0 to 1. */
  trainError: number;
  testError: number;
  /** The norms of the gradients of the first and the last block, at the end. */
  gradients: { first: number; last: number };
}

/** The faulty runs under letters, in an order of their own; the first run of a recording is the healthy one. */
export function shuffleRuns(runs: readonly RunRecord[]): { letter: string; run: RunRecord }[] {
  const faulty = runs.slice(1);
  const order = createRng(2, 'diagnoses').permutation(faulty.length);
  return [...order].map((index, place) => ({
    letter: 'ABCDE'.charAt(place),
    run: faulty[index] as RunRecord,
  }));
}

/** What a run of one network shows. */
export function readSigns(run: RunRecord): Signs {
  const network = run.networks[0] as NetworkRecord;
  const { losses, trainErrors, measurements } = network;
  const end = measurements.at(-1) as Measurement;
  const lowest = Math.min(...losses);
  return {
    loss: {
      ...{ first: losses[0] ?? NaN, highest: Math.max(...losses) },
      ...{ lowest, last: mean(lastOf(run, losses, 50)) ?? NaN },
    },
    lowestAt: (losses.indexOf(lowest) + 1) * run.every,
    trainError: mean(lastOf(run, trainErrors, 50)) ?? NaN,
    testError: end.testError,
    gradients: { first: end.gradients[0] ?? NaN, last: end.gradients.at(-1) ?? NaN },
  };
}

/** Whether each run's fault has been found, and what in the run's own numbers shows it or speaks against it. */
export function judgeDiagnoses(
  runs: readonly RunRecord[],
  found: Diagnoses,
): Record<string, Judgement> {
  const healthy = readSigns(runs[0] as RunRecord);
  return Object.fromEntries(
    shuffleRuns(runs).map(({ letter, run }) => {
      const fault = found[letter];
      if (!fault) return [letter, unanswered];
      const right = run.networks[0]?.id === fault;
      const signs = readSigns(run);
      return [
        letter,
        { right, says: right ? why(fault, signs, run) : against(fault, signs, healthy) },
      ];
    }),
  );
}

const two = (value: number) => value.toFixed(2);

/** What shows a fault in the run that has it. */
function why(
  fault: Fault,
  { loss, lowestAt, trainError, testError, gradients }: Signs,
  run: RunRecord,
): string {
  const { learningRate, weightDecay } = run.config.recipe;
  switch (fault) {
    case 'rate-too-high':
      return `At a learning rate of ${learningRate} the first ten steps have a mean loss of ${two(loss.first)}, far above blind guessing. The weights have become so large that no later step gets them back: the loss ends at ${two(loss.last)}.`;
    case 'rate-too-low':
      return `At a learning rate of ${learningRate} the loss falls slowly, from ${two(loss.first)} to ${two(loss.last)}, and gradients arrive everywhere. It only takes tiny steps.`;
    case 'no-batch-norm':
      return `The loss begins at ${two(loss.first)} and ends at ${two(loss.last)}, which is blind guessing, and the first block’s gradient has become ${twoDigits(gradients.first)}. Through 20 layers without batch normalisation or shortcuts, hardly anything arrives.`;
    case 'decay-too-high':
      return `After ${lowestAt} steps the loss was down to ${two(loss.lowest)}, and it has made no progress since: it ends at ${two(loss.last)}. A weight decay of ${weightDecay} pulls the weights towards zero faster than the gradients can build them up.`;
    case 'few-pictures':
      return `Training error ${percent(trainError)}, test error ${percent(testError)}: it knows its ${run.config.data.trainPictures.toLocaleString('en-GB')} pictures by heart and little else. This is overfitting.`;
  }
}

/** What speaks against a fault in a run that does not have it. */
function against(
  fault: Fault,
  { loss, lowestAt, trainError, testError }: Signs,
  healthy: Signs,
): string {
  const course = `Here it goes from ${two(loss.first)} to ${two(loss.last)}, with its lowest point, ${two(loss.lowest)}, at step ${lowestAt}`;
  switch (fault) {
    case 'rate-too-high':
      return `A rate that is far too high throws the loss up in the first steps. Here it is never above ${two(loss.highest)} (the healthy run: ${two(healthy.loss.highest)}).`;
    case 'rate-too-low':
      return `A rate that is too low lets the loss fall slowly, but on and on. ${course}.`;
    case 'no-batch-norm':
      return `Then the loss would begin and end at about 2.30, and nothing would come of the steps between. Here it begins at ${two(loss.first)} and ends at ${two(loss.last)}.`;
    case 'decay-too-high':
      return `Then the loss would fall at first, as in the healthy run, and get stuck early on. ${course}.`;
    case 'few-pictures':
      return `Then the training error would be far below the test error. Here they are ${percent(trainError)} and ${percent(testError)}.`;
  }
}
