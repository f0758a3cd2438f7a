import { engineVersion } from '../../../contract/engine.ts';
import type { RunConfig } from '../../../contract/runConfig.ts';
import type { NetworkRecord, RunRecord } from '../../../contract/runRecord.ts';
import type { TrainEvent, Waiting } from '../../../contract/training.ts';

export type Phase = 'starting' | 'training' | 'paused' | 'done' | 'failed';

/** A run on this page, during training and after. */
export interface LiveRun {
  record: RunRecord;
  phase: Phase;
  waiting?: Waiting;
  /** What happened on the way: a sentence. */
  notice?: string;
  /** Why `done`: a sentence, when it was not the last step. */
  ended?: string;
  failure?: { message: string; remedy: string };
}

/** A run of which nothing is known yet. */
export function startRun(config: RunConfig): LiveRun {
  return {
    phase: 'starting',
    record: {
      startedAt: new Date().toISOString(),
      engine: { backend: '', device: '', reason: '', version: engineVersion },
      config,
      ...{ step: 0, trainingMs: 0, every: 1 },
      networks: config.networks.map(({ id }) => ({
        ...{ id, parameters: 0, trainErrors: [], losses: [], measurements: [] },
      })),
    },
  };
}

/** A worker holds the run: settings cannot change, and it can be stopped. */
export function isBusy({ phase }: LiveRun): boolean {
  return phase === 'starting' || phase === 'training' || phase === 'paused';
}

/** The run as it stood when its worker was lost; null before its first step. */
export function endRun({ record, notice }: LiveRun): LiveRun | null {
  if (record.step === 0) return null;
  const ended = stoppedAfter({ record });
  return { phase: 'done', record, ended, ...(notice !== undefined && { notice }) };
}

const stoppedAfter = ({ record }: Pick<LiveRun, 'record'>) => `Stopped after step ${record.step}.`;

/** The run after `events`, which came in this order; `run` itself is left as it is. */
export function applyEvents(run: LiveRun, events: TrainEvent[]): LiveRun {
  const networks = run.record.networks.map((network) => ({
    ...network,
    trainErrors: [...network.trainErrors],
    losses: [...network.losses],
    measurements: [...network.measurements],
  }));
  const next: LiveRun = { ...run, record: { ...run.record, networks } };
  const find = (id: string): NetworkRecord => {
    const network = networks.find((candidate) => candidate.id === id);
    if (!network) throw new Error(`The run has no network ${id}.`);
    return network;
  };
  for (const event of events) apply(next, event, find);
  return next;
}

function apply(run: LiveRun, event: TrainEvent, find: (id: string) => NetworkRecord): void {
  switch (event.type) {
    case 'speed':
    case 'checkpoint':
      return;
    case 'waiting':
      run.waiting = event.waiting;
      return;
    case 'engine': {
      const { backend, device, reason } = event;
      run.record.engine = { ...run.record.engine, backend, device, reason };
      return;
    }
    case 'networks':
      for (const { id, parameters } of event.networks) find(id).parameters = parameters;
      return;
    case 'step': {
      const { trainErrors, losses } = find(event.network);
      trainErrors.push(event.trainError);
      losses.push(event.loss);
      return;
    }
    case 'measurement': {
      const { step, testError, gradients, branches } = event;
      find(event.network).measurements.push({ step, testError, gradients, branches });
      return;
    }
    case 'diverged':
      find(event.network).divergedAt = event.step;
      return;
    case 'progress':
      run.record.step = event.step;
      run.record.trainingMs = event.trainingMs;
      if (run.phase === 'starting') run.phase = 'training';
      delete run.waiting;
      return;
    case 'rolledBack':
      takeBack(run, event.resumedFrom);
      run.notice = `The ${event.cause === 'device' ? 'browser lost its connection to the GPU' : 'engine stopped'} at step ${event.lostAt}; training continues from step ${event.resumedFrom}.`;
      return;
    case 'paused':
      run.phase = 'paused';
      return;
    case 'resumed':
      run.phase = 'training';
      return;
    case 'done':
      run.phase = 'done';
      if (event.reason === 'stopped') run.ended = stoppedAfter(run);
      if (event.reason === 'all networks diverged') {
        run.ended = 'Every network diverged, so the run ended. Try a smaller learning rate.';
      }
      delete run.waiting;
      return;
    case 'failed':
      run.phase = 'failed';
      run.failure = { message: event.message, remedy: event.remedy };
      delete run.waiting;
      return;
  }
}

/** Steps from `from` on are trained again: their numbers go. */
function takeBack({ record }: LiveRun, from: number): void {
  record.step = from - 1;
  for (const network of record.networks) {
    network.trainErrors.length = Math.min(network.trainErrors.length, from - 1);
    network.losses.length = network.trainErrors.length;
    network.measurements = network.measurements.filter(({ step }) => step < from);
    if (network.divergedAt !== undefined && network.divergedAt >= from) delete network.divergedAt;
  }
}
