import * as tf from '@tensorflow/tfjs-core';
import type { BackendName, EngineInfo } from '../contract/engine.ts';
import { registerKernels } from '../kernels/register.ts';
import type { Abilities, BackendHandle, OwnKernels } from './backends/backendHandle.ts';
import { computesRight } from './backends/computesRight.ts';
import { countThreads, type ThreadCounts } from './countThreads.ts';
import type { Fault } from './ladder/faults.ts';
import { climbDown } from './ladder/climbDown.ts';
import { loadBackend } from './backends/loadBackend.ts';
import { forget } from './preflight/memory.ts';
import { isGpuRung, rungNames } from './ladder/rungs.ts';
import { lookAround } from './ladder/lookAround.ts';

/** A backend that computes. */
export interface Engine extends BackendHandle, Abilities {
  info: EngineInfo;
}

interface StartOptions {
  /** That WebAssembly computes on; if undefined, as many as usually help here. */
  threads?: number | undefined;
  /** Whether the caller measures whether threads help (`shareWork`): then there may be more. */
  timesSteps?: boolean;
}

interface Started {
  handle: BackendHandle;
  own: OwnKernels | undefined;
}

/**
 * Starts the best backend that works here; throws when none does.
 * @param faults of the GPU earlier in this run, the latest last; the backends they happened to must be removed
 */
export async function startEngine(
  wish: 'auto' | BackendName,
  faults: readonly Fault[] = [],
  { threads, timesSteps = false }: StartOptions = {},
): Promise<Engine> {
  const { all, usual } = threads === undefined ? threadsHere() : { all: threads, usual: threads };
  if (faults.length > 0) void forget();
  const browser = lookAround(usual);
  for await (const { backend, reason } of climbDown(wish, browser, faults)) {
    const started = await start(backend, timesSteps ? all : usual);
    if (!started) {
      void forget();
      continue;
    }
    const { handle, own } = started;
    own?.abilities?.shareWork?.(usual > 1);
    const kernels = own ? ` with ${own.name}` : '';
    const renderer = isGpuRung(backend) ? (await browser.inspect(backend))?.renderer : '';
    const device = describe(backend, renderer, own?.threads) + kernels;
    return { ...handle, ...own?.abilities, info: { backend, device, reason } };
  }
  throw new Error('No engine could be started in this browser.');
}

/** Only a page that is cross-origin isolated may share memory between threads. */
function threadsHere(): ThreadCounts {
  return countThreads(globalThis.crossOriginIsolated ? navigator.hardwareConcurrency : 1);
}

async function start(backend: BackendName, threads: number): Promise<Started | undefined> {
  let handle: BackendHandle | undefined;
  try {
    handle = await loadBackend[backend](threads);
    if (!(await tf.setBackend(backend))) throw new Error('TensorFlow.js cannot use it.');
    registerKernels();
    const own = await handle.registerOwn?.();
    if (isGpuRung(backend) && (await isWrong()) && !handle.isLost())
      throw new Error('It computes wrong numbers.');
    return { handle, own };
  } catch (error) {
    console.warn(`The ${backend} backend does not work here.`, error);
    handle?.remove();
    return undefined;
  }
}

/** What throws is no answer: it throws again in the run, which names the program, and starts a lost device anew. */
async function isWrong(): Promise<boolean> {
  return computesRight().then(
    (right) => !right,
    () => false,
  );
}

function describe(backend: BackendName, renderer = '', threads = 1): string {
  if (isGpuRung(backend))
    return renderer ? `${rungNames[backend]} on ${renderer}` : rungNames[backend];
  if (backend === 'cpu') return 'JavaScript on the CPU';
  return `WebAssembly on the CPU${threads > 1 ? `, up to ${threads} threads,` : ''}`;
}
