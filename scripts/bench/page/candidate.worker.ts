import { memory } from '@tensorflow/tfjs-core';
import { countWebgl } from './countWebgl.ts';
import type { Candidate } from './candidate.ts';
import type { BrowserCandidateName, Command, Reply, Sample, Workload } from './protocol.ts';

// Before TensorFlow.js makes its context.
const counts = countWebgl();
let candidate: Candidate;

/** One worker is one candidate: kernels and gradients are registered for a whole realm. */
addEventListener('message', ({ data: command }: MessageEvent<Command>) => {
  void answer(command)
    .catch((error: unknown): Reply => ({ error: String(error) }))
    .then((reply) => postMessage(reply));
});

async function answer(command: Command): Promise<Reply> {
  if (command.type === 'run') return { sample: await takeSample(command.steps) };
  candidate =
    command.type === 'start'
      ? await start[command.candidate](command.workload)
      : await (await import('./transformer.ts')).startTransformer(command.candidate);
  return {};
}

const start: Record<BrowserCandidateName, (workload: Workload) => Promise<Candidate>> = {
  'ours.webgpu': async (workload) => (await import('./ours.ts')).startOurs(workload, 'webgpu'),
  'ours.webgl': async (workload) => (await import('./ours.ts')).startOurs(workload, 'webgl'),
  'ours.webgl.inTurn': async (workload) => (await import('./ours.ts')).startInTurn(workload),
  'ours.wasm': async (workload) => (await import('./ours.ts')).startOurs(workload, 'wasm', 1),
  'ours.wasm.2': async (workload) => (await import('./ours.ts')).startOurs(workload, 'wasm', 2),
  'ours.wasm.all': async (workload) => (await import('./ours.ts')).startOurs(workload, 'wasm'),
  'composed.wasm': async (workload) => (await import('./ours.ts')).startComposed(workload),
  'core.webgl': async (workload) => (await import('./core.ts')).startCore(workload, 'webgl'),
  'core.wasm': async (workload) => (await import('./core.ts')).startCore(workload, 'wasm'),
  'layers.webgl': async (workload) => (await import('./layers.ts')).startLayers(workload),
  'jax.wasm': async (workload) => (await import('./jax.ts')).startJax(workload, 'wasm'),
  'jax.webgpu': async (workload) => (await import('./jax.ts')).startJax(workload, 'webgpu'),
};

async function takeSample(steps: number): Promise<Sample> {
  const before = { ...counts };
  const taken: Awaited<ReturnType<Candidate['step']>>[] = [];
  const begun = performance.now();
  while (taken.length < steps) taken.push(await candidate.step());
  await candidate.finish?.();
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
