import type { PythonCommand, PythonEvent } from './python.ts';

/** What Python is made of, as bytes; the page downloads it, since the frame's worker may download nothing. */
export interface PythonParts {
  /** Classic scripts that the worker consists of, in order. */
  scripts: ArrayBuffer[];
  /** The interpreter: a module of WebAssembly. */
  python: ArrayBuffer;
  files: WorkerFiles;
}

export interface WorkerFiles {
  /** Python's standard library, a zip file. */
  library: ArrayBuffer;
  /** TensorFlow.js's backend and this project's kernels: modules of WebAssembly. */
  tensors: ArrayBuffer;
  kernels: ArrayBuffer;
}

/** What the page asks of the sandboxed frame (public/scripts/python-frame.js). */
export type FrameCommand =
  /** Compiles the parts and starts the first worker, which gets this number. */
  | { type: 'load'; parts: PythonParts; worker: number }
  /** Ends the worker, whatever it does, and starts another with this number. */
  | { type: 'restart'; worker: number }
  | { type: 'send'; command: PythonCommand; transfer: ArrayBuffer[] };

/** What the frame says first: Python could run in it, or not. */
export type FrameAbility = { type: 'able' } | Extract<FrameEvent, { type: 'refused' }>;

export type FrameEvent =
  /** Of the worker of that number. */
  | { type: 'event'; worker: number; event: PythonEvent }
  /** The older worker has ended, and this one starts. */
  | { type: 'restarted'; worker: number }
  /** The worker ended by an error. */
  | { type: 'died'; worker: number; why: string }
  /** No worker can be started here. @property directive of a Content-Security-Policy that forbids it, if one does */
  | { type: 'refused'; why: string; directive?: string };

/** The first message to a worker. */
export interface PythonStart {
  type: 'start';
  /** Compiled once, for all workers. */
  python: WebAssembly.Module;
  files: WorkerFiles;
}
