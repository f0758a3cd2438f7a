import { mean } from 'd3';
import { duration, grouped, percent } from '../../lib/format.ts';
import { compareErrors, hasFewSteps, isTooEarly, judgeDepth, meanOf } from '../../lib/verdicts.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { Waiting } from '../../contract/training.ts';
import { estimateError, trainErrorOf, type ErrorKind } from '../../figure/runs/errors.ts';
import { addedPoints, depthOf, furthest, points, type Depth } from '../../figure/runs/depth.ts';
import type { LiveRun } from './run/liveRun.ts';

/** What one or several seeds measured of an error, in a few sentences; never more than the numbers carry. */
export function takeaway(runs: readonly RunRecord[], error: ErrorKind = 'training'): string {
  const compared = furthest(runs, error);
  const [first] = compared;
  if (!first || isTooEarly(first.step)) return 'Too early to tell.';
  const [plain, residual] = [depthOf(runs, 'plain', error), depthOf(runs, 'residual', error)];
  const depths = [plain, residual].flatMap((depth) => depth ?? []);
  const sentences = depths.map(depthSentence);
  if (plain && residual) sentences.push(...equalDepthSentence(plain, residual));
  if (sentences.length === 0) sentences.push(`${listErrors(compared, error)}.`);
  if (error === 'test' && depths.some(isWorse))
    sentences.push('Whether this is the degradation, only the training error can tell.');
  const whose =
    compared.length === 1 ? ', in this one seed' : `, averaged over ${compared.length} seeds`;
  return `${hasFewSteps(first.step) ? 'So far, after' : 'After'} ${grouped(first.step)} steps${whose}: ${sentences.join(' ')}`;
}

const isWorse = ({ pairs, step }: Depth) => judgeDepth(pairs, step).word === 'worse';

function depthSentence(depth: Depth): string {
  const { error, shallow, deep, pairs, step } = depth;
  const { word, seeds, degradation } = judgeDepth(pairs, step);
  const comparison =
    word === 'the same' ? 'about the same as' : `${points(addedPoints(depth))} ${word} than`;
  const all = pairs.length;
  const where =
    all === 1
      ? ''
      : seeds === all
        ? `, in each of ${all} seeds`
        : `, but only in ${seeds} of ${all} seeds`;
  const verdict = {
    yes: ' This is the degradation.',
    early: ' These are too few steps to call it the degradation.',
    no: '',
  }[error === 'training' ? degradation : 'no'];
  return `${deep.id} has ${percent(meanOf(pairs, 'deep').mean)} ${error} error, ${comparison} ${shallow.id} with ${percent(meanOf(pairs, 'shallow').mean)}${where}.${verdict}`;
}

function equalDepthSentence(plain: Depth, residual: Depth): string[] {
  const [one, other] = [meanOf(residual.pairs, 'deep'), meanOf(plain.pairs, 'deep')];
  if (plain.deep.depth !== residual.deep.depth || compareErrors(one, other) === 'the same')
    return [];
  const gain = Math.round(other.mean * 100) - Math.round(one.mean * 100);
  return [
    `At equal depth, ${residual.deep.id} is ${points(gain)} ${gain > 0 ? 'below' : 'above'} ${plain.deep.id}.`,
  ];
}

function listErrors(runs: readonly RunRecord[], kind: ErrorKind): string {
  const [first] = runs;
  return (first?.networks ?? [])
    .map(({ id }, index) => `${id} has ${percent(meanError(runs, index, kind) ?? 1)} ${kind} error`)
    .join(', ');
}

/** The mean over the seeds of a network's error, by its place in the run; undefined before one was measured. */
export function meanError(
  runs: readonly RunRecord[],
  index: number,
  kind: ErrorKind,
): number | undefined {
  return mean(
    runs.map((run) => {
      const network = run.networks[index];
      return network && estimateError(run, network, kind)?.mean;
    }),
  );
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

/** What a run waits for. */
export function waitingLine(waiting: Waiting): string {
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
