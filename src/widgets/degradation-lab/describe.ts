import { duration, percent } from '../../lib/format.ts';
import type { NetworkKind } from '../../contract/networks.ts';
import { measuredNetworks, type NetworkRecord, type RunRecord } from '../../contract/runRecord.ts';
import type { Waiting } from '../../contract/training.ts';
import { trainErrorAt } from './curves.ts';
import type { LiveRun } from './liveRun.ts';

/** Below this many steps a difference between two networks says nothing. */
const tellingSteps = 60;

/** What the run measured, in one or two sentences; never more than the numbers carry. */
export function takeaway(record: RunRecord): string {
  if (record.step < tellingSteps) return 'Too early to tell.';
  const plain = pair(record, 'plain');
  const residual = pair(record, 'residual');
  const sentences = [];
  if (plain)
    sentences.push(
      `${depthSentence(plain)}${plain.gap >= 0.05 ? ' This is the degradation.' : ''}`,
    );
  if (residual) sentences.push(depthSentence(residual));
  if (plain && residual) {
    const gain = plain.deepError - residual.deepError;
    if (Math.abs(gain) >= 0.02) {
      sentences.push(
        `At equal depth, ${residual.deep.id} is ${points(gain)} ${gain > 0 ? 'below' : 'above'} ${plain.deep.id}.`,
      );
    }
  }
  return sentences.length > 0
    ? `After ${record.step} steps: ${sentences.join(' ')}`
    : `After ${record.step} steps: ${record.networks.map((network) => `${network.id} has ${errorText(network, record.step)}`).join(', ')}.`;
}

interface Pair {
  shallow: NetworkRecord;
  deep: NetworkRecord;
  deepError: number;
  /** Deep minus shallow. */
  gap: number;
}

function pair(record: RunRecord, kind: NetworkKind): Pair | undefined {
  const { step } = record;
  const ofKind = measuredNetworks(record)
    .filter((network) => network.kind === kind && network.divergedAt === undefined)
    .sort((a, b) => a.depth - b.depth);
  const shallow = ofKind[0];
  const deep = ofKind.at(-1);
  if (!shallow || !deep || shallow === deep) return undefined;
  const shallowError = trainErrorAt(shallow, step) ?? 1;
  const deepError = trainErrorAt(deep, step) ?? 1;
  return { shallow, deep, deepError, gap: deepError - shallowError };
}

function depthSentence({ shallow, deep, deepError, gap }: Pair): string {
  const shallowText = percent(deepError - gap);
  const comparison =
    Math.abs(gap) < 0.02
      ? 'about the same as'
      : `${points(gap)} ${gap > 0 ? 'worse than' : 'better than'}`;
  return `${deep.id} has ${percent(deepError)} training error, ${comparison} ${shallow.id} with ${shallowText}.`;
}

function points(gap: number): string {
  return `${Math.round(Math.abs(gap) * 100)} points`;
}

function errorText(network: NetworkRecord, step: number): string {
  return `${percent(trainErrorAt(network, step) ?? 1)} training error`;
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
      return `Fetching pictures: ${megabytes(waiting.receivedBytes)} of ${megabytes(waiting.totalBytes)} MB…`;
    }
  }
}

/** For a screen reader, every few seconds: "step 200: plain-56 has 87 % error, residual-56 62 %". */
export function announcement({ step, networks }: RunRecord): string {
  if (step === 0) return '';
  const errors = networks.map((network, index) =>
    network.divergedAt === undefined
      ? `${network.id} ${index === 0 ? 'has ' : ''}${percent(trainErrorAt(network, step) ?? 1)}${index === 0 ? ' training error' : ''}`
      : `${network.id} diverged`,
  );
  return `Step ${step}: ${errors.join(', ')}.`;
}
