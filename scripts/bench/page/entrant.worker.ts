import { memory } from '@tensorflow/tfjs-core';
import { countWebgl } from './countWebgl.ts';
import type { Entrant } from './entrant.ts';
import type { Command, EntrantName, Lap, Reply, Workload } from './protocol.ts';

// Before TensorFlow.js makes its context.
const counts = countWebgl();
let entrant: Entrant;

/** One worker is one entrant: kernels and gradients are registered for a whole realm. */
addEventListener('message', ({ data: command }: MessageEvent<Command>) => {
  const work =
    command.type === 'run'
      ? runLap(command.steps).then((lap): Reply => ({ lap }))
      : start[command.entrant](command.workload).then((started): Reply => {
          entrant = started;
          return {};
        });
  void work
    .catch((error: unknown): Reply => ({ error: String(error) }))
    .then((reply) => postMessage(reply));
});

const start: Record<EntrantName, (workload: Workload) => Promise<Entrant>> = {
  'ours.webgl': async (workload) => (await import('./ours.ts')).startOurs(workload, 'webgl'),
  'ours.wasm': async (workload) => (await import('./ours.ts')).startOurs(workload, 'wasm'),
  'composed.wasm': async (workload) => (await import('./ours.ts')).startComposed(workload),
  'core.webgl': async (workload) => (await import('./core.ts')).startCore(workload, 'webgl'),
  'core.wasm': async (workload) => (await import('./core.ts')).startCore(workload, 'wasm'),
  'layers.webgl': async (workload) => (await import('./layers.ts')).startLayers(workload),
};

async function runLap(steps: number): Promise<Lap> {
  const before = { ...counts };
  const taken: Awaited<ReturnType<Entrant['step']>>[] = [];
  const begun = performance.now();
  while (taken.length < steps) taken.push(await entrant.step());
  return {
    ms: performance.now() - begun,
    stepMs: taken.map(({ ms }) => ms),
    losses: taken.map(({ loss }) => loss),
    programs: counts.programs - before.programs,
    uploads: counts.uploads - before.uploads,
    textures: counts.textures,
    tensors: memory().numTensors,
  };
}
