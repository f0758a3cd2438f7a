import { registerKernels } from '../../../src/kernels/register.ts';
import type { BackendName } from '../../../src/contract/engine.ts';
import type { TrainConfig } from '../../../src/contract/training.ts';
import type { Device } from '../../../src/contract/device.ts';
import { train } from '../../../src/training/train.ts';
import { createDevice } from '../../../src/engine/createDevice.ts';
import { startEngine } from '../../../src/engine/startEngine.ts';
import { createBatches } from './batches.ts';
import type { Candidate } from './candidate.ts';
import type { Workload } from './protocol.ts';
import { networkOptions, optimiserSettings } from './recipe.ts';
import { startStockBackend } from './stockBackend.ts';

/** The chapter's own training loop on the engine that its worker starts. */
export async function startOurs(workload: Workload, wish: BackendName): Promise<Candidate> {
  const engine = await startEngine(wish);
  if (engine.info.backend !== wish) throw new Error(`The ${wish} engine does not start here.`);
  return startTraining(workload, createDevice(wish, engine));
}

/** The same without our WebAssembly kernels: what the chapter falls back to where they can't run. */
export async function startComposed(workload: Workload): Promise<Candidate> {
  await startStockBackend('wasm');
  registerKernels();
  const device = { losable: false, isLost: () => false, recover: async () => undefined };
  return startTraining(workload, device);
}

function startTraining(workload: Workload, device: Device): Candidate {
  const batches = createBatches(workload);
  const source = { batchAt: async (step: number) => batches[(step - 1) % batches.length]! };
  const noTest = {
    pictures: new Float32Array(),
    labels: new Int32Array(),
    pictureSize: workload.pictureSize,
  };
  const events = train(toConfig(workload), source, noTest, device);
  let clock = 0;
  return {
    async step() {
      let loss = NaN;
      for (;;) {
        const { value: event, done } = await events.next();
        if (done) throw new Error('The run ended: its loss was not a number.');
        if (event.type === 'step') ({ loss } = event);
        if (event.type !== 'progress') continue;
        const ms = event.trainingMs - clock;
        clock = event.trainingMs;
        return { loss, ms };
      }
    },
  };
}

function toConfig(workload: Workload): TrainConfig {
  const { kind, depth, shortcut, seed } = networkOptions(workload);
  return {
    ...workload,
    ...optimiserSettings,
    networks: [{ id: 'network', kind, depth }],
    shortcut,
    seed,
    backend: 'auto',
    // The benchmark ends the run, tests nothing, and brings batches that are ready.
    steps: Infinity,
    evaluateEvery: Infinity,
    testPictures: 0,
    dataUrl: '',
    trainPictures: 0,
    shift: 0,
    flip: false,
  };
}
