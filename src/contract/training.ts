import type { BackendName, EngineInfo } from './engine.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { NetworkConfig, RunConfig } from './runConfig.ts';
import type { Measurement } from './runRecord.ts';

/** What the page and the training worker say to each other: commands go down, one stream of events comes up. */

export interface StartCommand {
  type: 'start';
  config: RunConfig;
  /** Absolute address of the folder that holds the CIFAR-10 manifest and shards. */
  dataUrl: string;
  /** 'auto' chooses by what the device has. */
  backend: 'auto' | BackendName;
  /** Where a run goes on whose worker died. */
  from?: Checkpoint;
}

/** Asks how fast the device is, instead of a run. */
export interface MeasureCommand {
  type: 'measure';
  backend: 'auto' | BackendName;
}

/** What a step of a residual network took, in milliseconds. */
export interface MeasuredStep {
  network: Pick<NetworkConfig, 'depth' | 'width'>;
  pictureSize: number;
  batchSize: number;
  ms: number;
}

export type TrainCommand =
  | StartCommand
  | MeasureCommand
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'stop' };

/** What a run waits for before its next step. */
export type Waiting =
  | { for: 'engine' }
  /** The network connection is down: what it was fetching comes once it is back. */
  | { for: 'connection' }
  | { for: 'data'; receivedBytes: number; totalBytes: number }
  /** The programs of one network of the run, by number from 1. */
  | { for: 'compiling'; network: number; of: number };

export type TrainEvent =
  | { type: 'waiting'; waiting: Waiting }
  /** The answer to `measure`. */
  | { type: 'speed'; measured: MeasuredStep[] }
  /** Once at the start, and again when a fault changed it. */
  | ({ type: 'engine' } & EngineInfo)
  | { type: 'networks'; networks: { id: string; parameters: number }[] }
  /** One step of one network. `trainError` is the error on this batch, 0 to 1, before the update. */
  | { type: 'step'; network: string; step: number; loss: number; trainError: number }
  /** Steps of the whole run finished so far, and the time they took (pauses and waits left out). */
  | { type: 'progress'; step: number; trainingMs: number; tensors: number }
  | ({ type: 'measurement'; network: string } & Measurement)
  /** The loss is no longer a number: this network has stopped, the others continue. */
  | { type: 'diverged'; network: string; step: number }
  /**
   * A run whose worker dies continues from the last of these in another: trainClient keeps it. The page opens trained
   * networks from it; a run that finishes takes one after its last step.
   */
  | { type: 'checkpoint'; checkpoint: Checkpoint }
  /** The device or the worker was lost at one step; steps from `resumedFrom` on are discarded and trained again. */
  | { type: 'rolledBack'; cause: 'device' | 'worker'; lostAt: number; resumedFrom: number }
  | { type: 'paused'; step: number }
  | { type: 'resumed'; step: number }
  | { type: 'done'; step: number; reason: 'finished' | 'stopped' | 'all networks diverged' }
  /** The run cannot continue. Both are sentences for the reader; earlier results still hold. */
  | { type: 'failed'; message: string; remedy: string };
