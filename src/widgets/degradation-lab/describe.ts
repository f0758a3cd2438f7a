import { duration, percent } from '../../lib/format.ts';
import {
  compareErrors,
  estimate,
  isDegradation,
  isTooEarly,
  type Estimate,
} from '../../lib/verdicts.ts';
import type { NetworkKind } from '../../contract/networks.ts';
import {
  lastOf,
  measuredNetworks,
  type NetworkRecord,
  type RunRecord,
} from '../../contract/runRecord.ts';
import type { Waiting } from '../../contract/training.ts';
import { smoothingWindow, trainErrorOf } from './curves.ts';
import type { LiveRun } from './run/liveRun.ts';

/** What the run measured, in one or two sentences; never more than the numbers carry. */
export function takeaway(record: RunRecord): string {
  const { step, networks } = record;
  if (isTooEarly(step)) return 'Too early to tell.';
  const plain = pair(record, 'plain');
  const residual = pair(record, 'residual');
  const sentences = [];
  if (plain) {
    const { deep, shallow } = plain;
    const isShown = isDegradation(deep.error, shallow.error, step);
    sentences.push(`${depthSentence(plain)}${isShown ? ' This is the degradation.' : ''}`);
  }
  if (residual) sentences.push(depthSentence(residual));
  if (plain && residual && compareErrors(residual.deep.error, plain.deep.error) !== 'the same') {
    const gain = plain.deep.error.mean - residual.deep.error.mean;
    sentences.push(
      `At equal depth, ${residual.deep.id} is ${points(gain)} ${gain > 0 ? 'below' : 'above'} ${plain.deep.id}.`,
    );
  }
  return sentences.length > 0
    ? `After ${step} steps: ${sentences.join(' ')}`
    : `After ${step} steps: ${networks.map((network) => `${network.id} has ${errorText(record, network)}`).join(', ')}.`;
}

interface Trained {
  id: string;
  /** Of the training error over the last steps. */
  error: Estimate;
}

/** The shallowest and the deepest network of a kind, of those that did not diverge. */
export function pair(
  record: RunRecord,
  kind: NetworkKind,
): { shallow: Trained; deep: Trained } | undefined {
  const ofKind = measuredNetworks(record)
    .filter((network) => network.kind === kind && network.divergedAt === undefined)
    .sort((a, b) => a.depth - b.depth)
    .map(({ id, trainErrors }) => ({
      id,
      error: estimate(lastOf(record, trainErrors, smoothingWindow(record))),
    }));
  const [shallow, deep] = [ofKind[0], ofKind.at(-1)];
  return shallow && deep && shallow !== deep ? { shallow, deep } : undefined;
}

function depthSentence({ shallow, deep }: { shallow: Trained; deep: Trained }): string {
  const verdict = compareErrors(deep.error, shallow.error);
  const comparison =
    verdict === 'the same'
      ? 'about the same as'
      : `${points(deep.error.mean - shallow.error.mean)} ${verdict} than`;
  return `${deep.id} has ${percent(deep.error.mean)} training error, ${comparison} ${shallow.id} with ${percent(shallow.error.mean)}.`;
}

/** A gap between two errors, in words: 0.13 → '13 points'. */
export function points(gap: number): string {
  return `${Math.round(Math.abs(gap) * 100)} points`;
}

function errorText(record: RunRecord, network: NetworkRecord): string {
  return `${percent(trainErrorOf(record, network) ?? 1)} training error`;
}

/** Where a live run stands: what it waits for, how fast it goes, how long it will take. */
export function statusLine(run: LiveRun): string {
  const { record, phase, waiting } = run;
  if (phase === 'failed') return `The run stopped after step ${record.step}.`;
  if (phase === 'done')
    return run.ended ?? `Finished ${record.step} steps in ${duration(record.trainingMs)}.`;
  if (phase === 'paused') return `Paused after step ${record.step}.`;
  if (waiting) return waitingLine(waiting);
  if (record.step === 0) return 'Starting…';
  const { steps } = record.config.recipe;
  const stepsASecond = (record.step / record.trainingMs) * 1000;
  const left = ((steps - record.step) / stepsASecond) * 1000;
  return `Step ${record.step} of ${steps} · ${stepsASecond.toPrecision(2)} steps a second · ${duration(left)} left`;
}

function waitingLine(waiting: Waiting): string {
  switch (waiting.for) {
    case 'engine':
      return 'Starting the engine…';
    case 'connection':
      return 'The network connection is down: training continues when it is back…';
    case 'compiling':
      return `Compiling the networks’ programs: ${waiting.network} of ${waiting.of}…`;
    case 'data': {
      const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
      return `Downloading pictures: ${megabytes(waiting.receivedBytes)} of ${megabytes(waiting.totalBytes)} MB…`;
    }
  }
}

/** For a screen reader, every few seconds: "step 200: plain-56 has 87 % error, residual-56 62 %". */
export function announcement(record: RunRecord): string {
  const { step, networks } = record;
  if (step === 0) return '';
  const errors = networks.map((network, index) =>
    network.divergedAt === undefined
      ? `${network.id} ${index === 0 ? 'has ' : ''}${percent(trainErrorOf(record, network) ?? 1)}${index === 0 ? ' training error' : ''}`
      : `${network.id} diverged`,
  );
  return `Step ${step}: ${errors.join(', ')}.`;
}
