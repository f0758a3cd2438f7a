import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../../../src/contract/engine.ts';
import { asInThePaper, constantRate, type RunConfig } from '../../../src/contract/runConfig.ts';
import type { Device } from '../../../src/contract/device.ts';
import { train } from '../../../src/training/train.ts';
import { createDevice } from '../../../src/engine/createDevice.ts';
import { createBatches } from './batches.ts';
import type { Candidate } from './candidate.ts';
import type { Workload } from './protocol.ts';
import { networkOptions, optimiserSettings } from './recipe.ts';
import { startComposedEngine, startOurEngine } from './engines.ts';

/**
 * The chapter's own training loop on the engine that its worker starts.
 * @param threads as many always; as many as help, which the loop measures, if undefined
 */
export async function startOurs(
  workload: Workload,
  wish: BackendName,
  threads?: number,
): Promise<Candidate> {
  const engine = await startOurEngine(wish, threads);
  const device = createDevice(wish, engine);
  if (threads === undefined) return startTraining(workload, device);
  const { shareWork: _, ...fixed } = device;
  return startTraining(workload, fixed);
}

/** The same on WebGL, where no step begins before the loss of the last is there. */
export async function startInTurn(workload: Workload): Promise<Candidate> {
  const device = createDevice('webgl', await startOurEngine('webgl'));
  return startTraining(workload, { ...device, losable: false });
}

/** The same without our WebAssembly kernels: what the chapter falls back to where they can't run. */
export async function startComposed(workload: Workload): Promise<Candidate> {
  await startComposedEngine('wasm');
  const device: Device = {
    losable: false,
    isLost: () => false,
    recover: (error) => Promise.reject(error),
  };
  return startTraining(workload, device);
}

function startTraining(workload: Workload, device: Device): Candidate {
  const batches = createBatches(workload);
  const { pictureSize } = workload;
  const data = {
    batches: { batchAt: async (step: number) => batches[(step - 1) % batches.length]! },
    testSet: { pictures: new Float32Array(), labels: new Int32Array(), pictureSize },
  };
  const events = train(toConfig(workload), data, device);
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
    async finish() {
      if (!device.losable) return;
      // A GPU works in order; TensorFlow.js computes less in JavaScript.
      const last = tf.tidy(() => tf.square(tf.ones([1024])));
      await last.data();
      last.dispose();
    },
  };
}

function toConfig(workload: Workload): RunConfig {
  const { seed, ...network } = networkOptions(workload);
  const { batchSize, pictureSize } = workload;
  return {
    networks: [{ ...asInThePaper, id: 'network', ...network }],
    // The benchmark ends the run, tests nothing, and brings batches that are ready.
    recipe: { ...optimiserSettings, schedule: constantRate, batchSize, seed, steps: Infinity },
    data: { pictureSize, trainPictures: 0, shift: 0, flip: false },
    evaluation: { every: Infinity, pictures: 0 },
  };
}
