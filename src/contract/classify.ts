import type { BackendName, EngineInfo } from './engine.ts';
import type { ModelCard } from './modelCard.ts';
import type { Surgery } from './surgery.ts';

/** What the classifying worker computes with. */
export interface ClassifyConfig {
  source: NetworkSource;
  backend: 'auto' | BackendName;
  /** Whether the same network was loaded before: what the browser keeps of it is fresh enough. */
  isAgain?: boolean;
}

/** Where a network comes from; addresses are absolute, and of a folder that holds a model.json. */
export type NetworkSource =
  | { from: 'site'; modelUrl: string }
  /** A checkpoint of the reader's: the model card with as many classes belongs to it. */
  | { from: 'file'; file: File; modelUrls: string[] };

export type ClassifyCommand =
  /** Comes first, once. */
  | { type: 'load'; config: ClassifyConfig }
  /** Asks about a picture, which is transferred. The reply to a command carries its number. */
  | { type: 'classify'; number: number; picture: ImageBitmap; surgery: Surgery }
  /** Asks about the last picture again, of the network after another surgery. */
  | { type: 'operate'; number: number; surgery: Surgery }
  /** Asks where in the last picture a class is seen. */
  | { type: 'locate'; number: number; classIndex: number; surgery: Surgery };

/** What the first answer waits for. */
export type ClassifyWaiting =
  | { for: 'engine' }
  /** The network connection is down: the download continues once it is back. */
  | { for: 'connection' }
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
  /**
   * To `classify`: what the whole network answers, and the network after surgery; one and the same where
   * nothing was operated on. `tensors` counts those alive afterwards.
   */
  | { type: 'answer'; number: number; whole: Answer; answer: Answer; tensors: number }
  /** To `operate`. */
  | { type: 'operated'; number: number; answer: Answer }
  /** To `locate`. */
  | { type: 'located'; number: number; heat: Heat }
  /** This command cannot be answered; the next one may be. */
  | ({ type: 'failed'; number: number } & Problem)
  /** The worker cannot continue. */
  | ({ type: 'broken' } & Problem);

/** What the page notices by itself: the worker has ended or no longer answers; another may do better. */
export interface ClassifierDied {
  type: 'died';
  /** What happened, in one sentence. */
  message: string;
}

/** What went wrong, in one sentence, and what the reader can do about it. */
export interface Problem {
  message: string;
  remedy: string;
}

export interface Answer {
  /** Of all classes, in the order of the model card; they add up to 1. */
  probabilities: Float32Array<ArrayBuffer>;
  /** The five likeliest classes, the likeliest first; none where all classes are as likely as each other. */
  guesses: Guess[];
  /** How long the network took; for a new picture's first answer, with the preparation of the picture. */
  ms: number;
  /** What the network saw: RGBA bytes of a square of `side` pixels. */
  seen: Uint8ClampedArray<ArrayBuffer>;
  side: number;
  /** After the stem and after every block, in the order in which they ran. */
  maps: PlaceMaps[];
}

/** The feature maps of one place in the network. */
export interface PlaceMaps {
  /** `stem`, or a block by its stage and its place in the checkpoint, such as `2.3`. */
  place: string;
  /** Channels there are in all. */
  channels: number;
  /** Pixels a side. */
  side: number;
  /** The mean over all channels [side, side]; 127 stands for its own largest value. */
  mean: Int8Array<ArrayBuffer>;
  /** Those with the largest means, in that order. */
  strongest: ChannelMaps[];
}

/** One channel of a block's sum, [side, side] each: branch + shortcut, and y after the ReLU. */
export interface ChannelMaps {
  /** From 0. */
  channel: number;
  /** What 127 stands for in all three. */
  largest: number;
  /** Null after the stem, where nothing is added. */
  branch: Int8Array<ArrayBuffer> | null;
  shortcut: Int8Array<ArrayBuffer>;
  y: Int8Array<ArrayBuffer>;
}

/** Where a class is seen in the square that the network sees (Grad-CAM). */
export interface Heat {
  classIndex: number;
  /** Pixels a side. */
  side: number;
  /** [side, side], from 0 to 1, the largest being 1 unless nothing supports the class. */
  values: Float32Array<ArrayBuffer>;
}
