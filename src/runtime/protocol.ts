/**
 * What the page and its workers say to each other: types only, the one file both sides share.
 * Commands go down, one stream of events comes up.
 */

import type { ModelCard } from '../lib/modelCard.ts';
import type { Surgery } from '../lib/surgery.ts';

export type NetworkKind = 'plain' | 'residual';
export type BackendName = 'webgl' | 'wasm' | 'cpu';

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

/** Which engine computes, on which device, and why it was chosen: words for the reader. */
export interface EngineInfo {
  backend: BackendName;
  device: string;
  reason: string;
}

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

/** What the classifying worker computes with. */
export interface ClassifyConfig {
  source: NetworkSource;
  backend: 'auto' | BackendName;
}

/** Where a network comes from; addresses are absolute, and of a folder that holds a model.json. */
export type NetworkSource =
  | { from: 'site'; modelUrl: string }
  /** A checkpoint of the reader's: the model card with as many classes belongs to it. */
  | { from: 'file'; file: File; modelUrls: string[] };

export type ClassifyCommand =
  /** Comes first, once. */
  | { type: 'load'; config: ClassifyConfig }
  /** `picture` is transferred; the answer carries the same number. */
  | { type: 'classify'; number: number; picture: ImageBitmap; surgery: Surgery }
  /** Asks again about the last picture, of the network after surgery. */
  | { type: 'operate'; number: number; surgery: Surgery }
  /** Asks where in the last picture a class is seen. */
  | { type: 'locate'; number: number; classIndex: number; surgery: Surgery };

/** What the first answer waits for. */
export type ClassifyWaiting =
  | { for: 'engine' }
  | { for: 'weights'; receivedBytes: number; totalBytes: number | undefined }
  | { for: 'first run' };

export interface Guess {
  /** The class's place in the model card. */
  index: number;
  /** 0 to 1. */
  probability: number;
}

export type ClassifyEvent =
  | { type: 'waiting'; waiting: ClassifyWaiting }
  | { type: 'ready'; card: ModelCard; engine: EngineInfo }
  /** `tensors` are those that live after the answer. */
  | { type: 'answer'; number: number; answer: Answer; tensors: number }
  | { type: 'located'; number: number; heat: Heat }
  /** This picture cannot be answered; the next one may be. */
  | { type: 'failed'; number: number; message: string; remedy: string }
  /** The worker cannot go on. */
  | { type: 'broken'; message: string; remedy: string };

export interface Answer {
  /** Of all classes, in the order of the model card; they add up to 1. */
  probabilities: Float32Array<ArrayBuffer>;
  /** The five likeliest classes, the likeliest first. */
  guesses: Guess[];
  /** From the picture's arrival in the worker to the answer. */
  ms: number;
  /** What the network saw: RGBA bytes of a square of `side` pixels. */
  seen: Uint8ClampedArray<ArrayBuffer>;
  side: number;
  /** After the stem and after each of the four stages. */
  maps: StageMaps[];
}

/** Some feature maps of one place in the network: those with the largest means, in that order. */
export interface StageMaps {
  /** Channels there are in all. */
  channels: number;
  /** Pixels a side. */
  side: number;
  /** Grey values [maps, side, side]; each map is scaled to its own largest value. */
  pixels: Uint8Array<ArrayBuffer>;
}

/** Where a class is seen in the square that the network sees (Grad-CAM). */
export interface Heat {
  classIndex: number;
  /** Pixels a side. */
  side: number;
  /** [side, side], from 0 to 1, the largest being 1 unless nothing speaks for the class. */
  values: Float32Array<ArrayBuffer>;
}
