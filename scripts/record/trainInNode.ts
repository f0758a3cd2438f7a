import os from 'node:os';
import type { Device } from '../../src/contract/device.ts';
import type { RunConfig } from '../../src/contract/runConfig.ts';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import type { TrainEvent } from '../../src/contract/training.ts';
import { openData } from '../../src/training/data.ts';
import { train } from '../../src/training/train.ts';
import { applyEvents, startRun } from '../../src/widgets/degradation-lab/run/liveRun.ts';

/** A device that cannot be lost: the processor. */
const processor: Device = {
  losable: false,
  isLost: () => false,
  recover: (error) => Promise.reject(error),
};

/**
 * Trains a run with the engine that is started, and records it as the lab does.
 * @param dataUrl the folder that holds the CIFAR-10 manifest and shards
 */
export async function trainInNode(config: RunConfig, dataUrl: string): Promise<RunRecord> {
  let run = startRun(config);
  run.record.engine = {
    ...{ ...run.record.engine, backend: 'wasm' },
    device: `WebAssembly on one thread of ${os.cpus()[0]?.model.trim() ?? 'a processor'}, in Node ${process.versions.node}`,
  };
  let events: TrainEvent[] = [];
  for await (const event of train(config, await openData(config, { dataUrl }), processor)) {
    events.push(event);
    // Each time the whole record is copied: once a step is often enough.
    if (event.type !== 'progress' && event.type !== 'done') continue;
    run = applyEvents(run, events);
    events = [];
  }
  return run.record;
}
