import type { BackendName, EngineInfo } from './engine.ts';
import type { NetworkKind } from './networks.ts';

/** What the page and the training worker say to each other: commands go down, one stream of events comes up. */

/** One network of a run: a CIFAR network of depth 6n + 2. */
export interface NetworkSpec {
  /** Unique within the run, such as `plain-20`. */
  id: string;
  kind: NetworkKind;
  depth: number;
}

export interface TrainConfig {
  /** Absolute address of the folder that holds the CIFAR-10 manifest and shards. */
  dataUrl: string;
  networks: NetworkSpec[];
  /** Channels of the first stage; the second and third have twice and four times as many. */
  width: number;
  /** Side of the square pictures in pixels; CIFAR-10's 32 are averaged down to it. */
  pictureSize: number;
  batchSize: number;
  steps: number;
  learningRate: number;
  momentum: number;
  weightDecay: number;
  /** Parameter-free padding (A) or 1×1 projection (B) where dimensions grow (He et al. 2015, section 3.3). */
  shortcut: 'A' | 'B';
  /** Largest random shift in pixels, after zero padding; 0 switches it off. */
  shift: number;
  flip: boolean;
  seed: number;
  /** How many of the training pictures are used, in the order of the shards. */
  trainPictures: number;
  /** Steps between two measurements of test error. */
  evaluateEvery: number;
  /** Held-out pictures each measurement uses. */
  testPictures: number;
  /** 'auto' chooses by what the device has. */
  backend: 'auto' | BackendName;
}

export type TrainCommand =
  | { type: 'start'; config: TrainConfig }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'stop' };

/** What a run waits for before its next step. */
export type Waiting =
  | { for: 'engine' }
  | { for: 'data'; receivedBytes: number; totalBytes: number }
  /** The programs of one network of the run, by number from 1. */
  | { for: 'compiling'; network: number; of: number };

export type TrainEvent =
  | { type: 'waiting'; waiting: Waiting }
  /** Once at the start, and again when a fault changed it. */
  | ({ type: 'engine' } & EngineInfo)
  | { type: 'networks'; networks: { id: string; parameters: number }[] }
  /** One step of one network. `trainError` is the error on this batch, 0 to 1, before the update. */
  | { type: 'step'; network: string; step: number; loss: number; trainError: number }
  /** Steps of the whole run finished so far, and the time they took (pauses and waits left out). */
  | { type: 'progress'; step: number; trainingMs: number; tensors: number }
  | { type: 'evaluation'; network: string; step: number; testError: number; pictures: number }
  /** The loss is no longer a number: this network has stopped, the others go on. */
  | { type: 'diverged'; network: string; step: number }
  /** The device was lost at one step; what came from `resumedFrom` on is taken back and trained again. */
  | { type: 'rolledBack'; lostAt: number; resumedFrom: number }
  | { type: 'paused'; step: number }
  | { type: 'resumed'; step: number }
  | { type: 'done'; step: number; reason: 'finished' | 'stopped' | 'all networks diverged' }
  /** The run cannot go on. Both are sentences for the reader; what was computed before still holds. */
  | { type: 'failed'; message: string; remedy: string };
