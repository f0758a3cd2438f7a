/** A backend of TensorFlow.js that is ready to be used. */
export interface BackendHandle {
  /** Whether it has lost its memory, as a GPU can. */
  isLost(): boolean;
  /** What it could not do, though nothing threw: WebGPU tells of that later. What it computed since is garbage. */
  refusal?: () => string | undefined;
  /** Releases what it holds. */
  remove(): void;
  /** Puts our own kernels in place of composed ones, if they can run here. */
  registerOwn?: () => Promise<OwnKernels | undefined>;
}

export interface OwnKernels {
  /** A name that a reader understands. */
  name: string;
  /** That they may run on, if there are more than one. */
  threads?: number;
  abilities?: Abilities;
}

/** What some backends can do besides. */
export interface Abilities {
  /** Compiles the programs of a run ahead, where there are any. */
  compileAhead?: (dryRun: () => Promise<unknown>) => Promise<void>;
  /** As a Device's. */
  shareWork?: (isShared: boolean) => void;
}
