import os from 'node:os';
import { engineVersion } from '../../src/contract/engine.ts';
import type { RunConfig } from '../../src/contract/runConfig.ts';
import type { NetworkRecord, RunRecord } from '../../src/contract/runRecord.ts';
import { openData } from '../../src/training/data.ts';
import { train } from '../../src/training/train.ts';

/** A device that cannot be lost: the processor. */
const processor = {
  losable: false,
  isLost: () => false,
  recover: (error: unknown) => Promise.reject(error instanceof Error ? error : new Error('lost')),
};

/**
 * Trains a run with the engine that is started, as the page does, and records it whole.
 * @param dataUrl the folder that holds the CIFAR-10 manifest and shards
 * @param onStep called after each step of the whole run
 */
export async function trainInNode(
  config: RunConfig,
  dataUrl: string,
  onStep: (step: number) => void = () => undefined,
): Promise<RunRecord> {
  const record: RunRecord = {
    startedAt: new Date().toISOString(),
    engine: {
      backend: 'wasm',
      device: `WebAssembly on one thread of ${os.cpus()[0]?.model.trim() ?? 'a processor'}, in Node ${process.versions.node}`,
      reason: '',
      version: engineVersion,
    },
    config,
    ...{ step: 0, trainingMs: 0, every: 1 },
    networks: config.networks.map(({ id }) => ({
      ...{ id, parameters: 0, trainErrors: [], losses: [], measurements: [] },
    })),
  };
  const find = (id: string) =>
    record.networks.find((network) => network.id === id) as NetworkRecord;
  for await (const event of train(config, await openData(config, { dataUrl }), processor)) {
    switch (event.type) {
      case 'networks':
        for (const { id, parameters } of event.networks) find(id).parameters = parameters;
        break;
      case 'step':
        find(event.network).trainErrors.push(event.trainError);
        find(event.network).losses.push(event.loss);
        break;
      case 'measurement': {
        const { step, testError, gradients, branches } = event;
        find(event.network).measurements.push({ step, testError, gradients, branches });
        break;
      }
      case 'diverged':
        find(event.network).divergedAt = event.step;
        break;
      case 'progress':
        record.step = event.step;
        record.trainingMs = event.trainingMs;
        onStep(event.step);
        break;
      case 'done':
      case 'waiting':
      case 'engine':
      case 'checkpoint':
      case 'rolledBack':
      case 'paused':
      case 'resumed':
      case 'failed':
    }
  }
  return record;
}
