import type { BrowserCandidateName } from './page/protocol.ts';
import type { Size } from './workloads.ts';

/**
 * Whatever can take part: a candidate of the browser, two of them at once, or native PyTorch on one thread, on all, or
 * on an NVIDIA GPU.
 */
export type CandidateName = BrowserCandidateName | TwiceName | PytorchName;

/** Two engines of one thread, each with a network of its own. */
export type TwiceName = 'ours.wasm.twice';

export type PytorchName = 'pytorch.1' | 'pytorch.all' | 'pytorch.cuda';

/** How many times as fast as a rival our engine is in the same rounds. */
export interface Ratio {
  key: string;
  ours: BrowserCandidateName | TwiceName;
  rival: CandidateName;
  atLeast?: number;
}

/** Candidates that train the same network on the same batches in turns. */
export interface Comparison {
  /** Names the network and its size, such as `resnet20` or `resnet20.paper`. */
  id: string;
  depth: number;
  size: Size;
  ratios: Ratio[];
}

interface Rival extends Omit<Ratio, 'key'> {
  name: string;
  /** Its key, if no other size or network has such a ratio. */
  key?: string;
  /** Too slow for a quick run. */
  slow?: boolean;
}

const wasm: Rival[] = [
  { ours: 'ours.wasm', name: 'composed', rival: 'composed.wasm', atLeast: 3 },
  { ours: 'ours.wasm', name: 'stock', rival: 'core.wasm', atLeast: 3, slow: true },
  { ours: 'ours.wasm', name: 'jax', rival: 'jax.wasm', slow: true },
  { ours: 'ours.wasm', name: 'pytorch', rival: 'pytorch.1' },
  { ours: 'ours.wasm.all', name: 'pytorchAllThreads', rival: 'pytorch.all' },
];
const webgl: Rival[] = [
  { ours: 'ours.webgl', name: 'stock', rival: 'core.webgl', atLeast: 3 },
  { ours: 'ours.webgl', name: 'pytorch', rival: 'pytorch.1' },
];
const webgpu = (overWebgl?: number): Rival[] => [
  {
    ...{ ours: 'ours.webgpu', name: 'webgl', rival: 'ours.webgl' },
    ...(overWebgl && { atLeast: overWebgl }),
  },
  { ours: 'ours.webgpu', name: 'jax', rival: 'jax.webgpu', slow: true },
  // At most one and a half times PyTorch's time.
  { ours: 'ours.webgpu', name: 'pytorchCuda', rival: 'pytorch.cuda', atLeast: 1 / 1.5 },
];
const threads: Rival = {
  ...{ ours: 'ours.wasm.2', name: 'threads', rival: 'ours.wasm', atLeast: 1.6 },
  key: 'threads.wasm',
};
/** What this machine gives to two threads that never wait for each other. */
const twice: Rival = {
  ...{ ours: 'ours.wasm.twice', name: 'twice', rival: 'ours.wasm' },
  key: 'threads.wasm.ceiling',
};
const layers: Rival = { ours: 'ours.webgl', name: 'layers', rival: 'layers.webgl', slow: true };

const all: { depth: number; size: Size; rivals: Rival[] }[] = [
  { depth: 20, size: 'small', rivals: [...wasm, ...webgl, layers, ...webgpu()] },
  { depth: 56, size: 'small', rivals: [...wasm, ...webgpu()] },
  {
    ...{ depth: 20, size: 'paper' },
    rivals: [...wasm, ...webgl.map((one) => ({ ...one, slow: true })), ...webgpu(4)],
  },
  { depth: 56, size: 'paper', rivals: [threads, twice, ...wasm, ...webgpu(4)] },
];

/** The comparisons of a full run, or of a quick one. */
export function planComparisons(quick: boolean): Comparison[] {
  return all.map(({ depth, size, rivals }) => {
    const suffix = size === 'small' ? '' : `.${size}`;
    const ratios = rivals
      .filter(({ slow }) => !(quick && slow))
      .map(({ name, ours, ...rest }) => {
        const backend = ours.split('.')[1];
        return { key: `ratio.${backend}.resnet${depth}.${name}${suffix}`, ours, ...rest };
      });
    return { id: `resnet${depth}${suffix}`, depth, size, ratios };
  });
}
