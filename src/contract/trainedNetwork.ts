import type { NetworkConfig } from './runConfig.ts';

/** What the labels of CIFAR-10's pictures mean, in its own order. */
export const cifarClasses = [
  ...['airplane', 'automobile', 'bird', 'cat', 'deer'],
  ...['dog', 'frog', 'horse', 'ship', 'truck'],
] as const;

/** A trained network of a run, and what is asked of it. */
export interface TrainedExperiment {
  network: NetworkConfig;
  /** Its weights and running statistics as a checkpoint has them; what follows them there is passed over. */
  values: Float32Array[];
  /** The run's test pictures: the first so many, this many pixels a side. */
  pictures: number;
  pictureSize: number;
  /** Answered one after the other. */
  asks: TrainedQuestion[];
}

export type TrainedQuestion =
  /** What it has learnt and how it sorts all test pictures: `filters`, then `sorted`. */
  | { about: 'network' }
  /** What one place of it makes of one test picture: `looked`. */
  | { about: 'picture'; picture: number; place: string }
  /** The test error without each block in turn, from this one on: a `lesion` each. */
  | { about: 'lesions'; from: number }
  /** The network as files for PyTorch, with one test picture: `files`. */
  | { about: 'files'; picture: number };

export type TrainedFinding =
  /** So many of the test pictures are done, of the question that is being answered. */
  | { type: 'tested'; pictures: number }
  /** Those of the first convolution, [3, 3, 3] each: row after row of RGB weights. */
  | { type: 'filters'; filters: Float32Array[] }
  | ({ type: 'sorted' } & Sorted)
  | ({ type: 'looked' } & Looked)
  | ({ type: 'lesion' } & Lesion)
  | ({ type: 'files' } & PyTorchFiles);

/** The test pictures and the network's first guesses. */
export interface Sorted {
  /** [pictures, size, size, 3]: rows of RGB bytes. */
  pixels: Uint8Array;
  /** A class, 0 to 9, a picture. */
  labels: Uint8Array;
  guesses: Uint8Array;
}

/** What one place of the network, `stem` or a block such as `layer1.0`, makes of one test picture. */
export interface Looked {
  picture: number;
  place: string;
  /** Pixels a side, and the channels there are in all. */
  side: number;
  channels: number;
  /** Those whose output is largest on average, in that order. */
  strongest: LookedChannel[];
  /** Of the ten classes: the whole network's, and without this block; null where that is not possible. */
  probabilities: number[];
  without: number[] | null;
}

/** One channel of a block's terms and its output y, [side, side] each; null where there is no such term. */
export interface LookedChannel {
  /** From 0. */
  channel: number;
  /** The largest absolute value of all three. */
  largest: number;
  branch: Float32Array | null;
  shortcut: Float32Array | null;
  y: Float32Array;
}

/** The test error with one block removed. */
export interface Lesion {
  /** From 0, in the order of the network. */
  block: number;
  /** 0 to 1; null where the network cannot run without the block. */
  testError: number | null;
}

/** What PyTorch needs to have the same network. */
export interface PyTorchFiles {
  /** `<name>.safetensors` and `<name>.py` belong together. */
  name: string;
  weights: Uint8Array<ArrayBuffer>;
  script: string;
  /** The test picture that is in the file, and what this page's network answers to it. */
  picture: number;
  logits: number[];
}

/** What removing a block leaves of it. */
export type Removal = 'identity' | 'shortcut' | 'impossible';

/**
 * What is left when a block is removed: of a residual one its shortcut, of a plain one nothing, so that its input goes
 * on as it is; but a plain block that halves the picture and doubles the channels cannot be left out.
 * @param block from 0, of the (depth − 2) / 2 there are
 */
export function removalOf({ kind, depth }: NetworkConfig, block: number): Removal {
  const perStage = (depth - 2) / 6;
  const changesShape = block > 0 && block % perStage === 0;
  if (!changesShape) return 'identity';
  return kind === 'residual' ? 'shortcut' : 'impossible';
}

/** The places of a network's blocks, such as `layer1.0`, in its order. */
export function placesOf({ depth }: Pick<NetworkConfig, 'depth'>): string[] {
  const perStage = (depth - 2) / 6;
  return Array.from(
    { length: 3 * perStage },
    (_, block) => `layer${Math.floor(block / perStage) + 1}.${block % perStage}`,
  );
}
