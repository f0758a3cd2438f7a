/** What the benchmark, its page and its workers say to each other: types only. */

/** Residual network, option A, of a depth 6n + 2, on batches of square pictures. */
export interface Workload {
  depth: number;
  width: number;
  pictureSize: number;
  batchSize: number;
}

/** What can be measured in a browser: whose code, on which backend of TensorFlow.js. */
export type BrowserCandidateName =
  /** The chapter's training loop, on the engine that the chapter starts. */
  | 'ours.webgpu'
  | 'ours.webgl'
  /** That a step at a time, so that what one asks for can be counted. */
  | 'ours.webgl.inTurn'
  /** On one thread, on two, on as many as the chapter takes. */
  | 'ours.wasm'
  | 'ours.wasm.2'
  | 'ours.wasm.all'
  /** The same loop and networks, every kernel of ours in its composed form. */
  | 'composed.wasm'
  /** TensorFlow.js's own operations, gradients and optimiser; on wasm with a composed filter gradient. */
  | 'core.webgl'
  | 'core.wasm'
  /** TensorFlow.js's layers and trainOnBatch. */
  | 'layers.webgl'
  /** jax-js, each step compiled as one function. */
  | 'jax.wasm'
  | 'jax.webgpu';

/** Who trains the transformer of the toy language: our kernels, or each in its composed form. */
export interface TransformerCandidate {
  kernels: 'ours' | 'composed';
  backend: 'webgl' | 'wasm';
}

export type Command =
  | { type: 'start'; candidate: BrowserCandidateName; workload: Workload }
  | { type: 'startTransformer'; candidate: TransformerCandidate }
  | { type: 'run'; steps: number };

/** Some steps of one candidate in a row. Counts are of the whole sample. */
export interface Sample {
  /** From before the first step until all that have begun are done, losses read back. */
  ms: number;
  /** Each step by the candidate's own clock, in milliseconds. */
  stepMs: number[];
  losses: number[];
  /** WebGL draw calls: one a GPU program that ran. */
  programs: number;
  /** WebGL calls that carry data to the GPU, those of the batch included. */
  uploads: number;
  /** Live at the end. */
  textures: number;
  tensors: number;
}

export type Reply = { sample?: Sample } | { error: string };
