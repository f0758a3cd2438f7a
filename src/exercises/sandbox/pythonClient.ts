import type { CheckReport } from '../../contract/exercises.ts';
import type { PythonError } from '../../contract/python.ts';
import type { TracedBlock } from '../../contract/tracedBlock.ts';

/** How far Python is before its first run. What was downloaded once, the browser keeps and doesn't fetch again. */
export type PythonProgress =
  /** @property received bytes so far. @property total bytes of everything that is needed. */
  | { for: 'download'; received: number; total: number }
  /** The same, of the pretrained network's weights. */
  | { for: 'network'; received: number; total: number }
  /** Everything is here, and the interpreter starts. */
  | { for: 'start' };

export interface PythonOutput {
  stream: 'stdout' | 'stderr';
  text: string;
}

export interface Listening {
  /** Hears what the program prints, in order, a few times a second. */
  onOutput?: ((output: PythonOutput) => void) | undefined;
  /** Hears that the reader's own code computes from now on, or the next check of it: until then Python loads, or finishes what came before. */
  onRunning?: (() => void) | undefined;
  /** Hears of the download and the start, where Python isn't ready yet. */
  onProgress?: ((progress: PythonProgress) => void) | undefined;
  /**
   * After so long, in milliseconds of computing, the program is stopped with `TimeLimit`; each check may take as long.
   * Unless it is said, 10 000 and more where Python's own start took long: a slow machine is no mistake of the reader's.
   */
  timeLimitMs?: number | undefined;
  /** The program wants the pretrained network (torchvision's resnet34), which is downloaded first. */
  needsNetwork?: boolean | undefined;
}

export interface RunOptions extends Listening {
  /** Programs that run first in the same namespace; what they print is dropped. */
  before?: string[] | undefined;
  /** Programs that come before it, in order: those run, ahead of `before`, that define what the program needs. */
  offered?: string[] | undefined;
}

export type CheckOptions = Listening;

/**
 * What came of a program. An error of kind `TimeLimit`, `MemoryLimit` or `Stopped` (by `stop`) is the page's own;
 * every other is an exception that the reader's code raised.
 */
export type RunOutcome =
  /** @property value the repr of the last expression, where that isn't None. @property defined names, in order. */
  { ok: true; value?: string; defined: string[] } | { ok: false; error: PythonError };

/** `ok` says that the reader's code ran, not that it passed; one that failed at its end is checked nevertheless. */
export type CheckOutcome =
  | { ok: true; report: CheckReport }
  | { ok: false; error: PythonError; report?: CheckReport };

export type TraceOutcome = { ok: true; block: TracedBlock } | { ok: false; error: PythonError };

/**
 * Python with torch in a sandbox: no network, no storage, no page. Nothing is downloaded before the first call.
 * Calls wait for each other. A program that was stopped or met a limit leaves the next call as it would be.
 * Every promise rejects with `PythonUnavailable` where Python cannot be started, and only then.
 */
export interface PythonClient {
  /** Downloads and starts Python ahead of the first run. */
  start(onProgress?: (progress: PythonProgress) => void): Promise<void>;
  /** Runs a program in a namespace of its own, where `__name__` is `__main__`. */
  run(code: string, options?: RunOptions): Promise<RunOutcome>;
  /**
   * Runs the reader's code, then an exercise's checks on what it defines.
   * @param checks the text of its checks.py
   */
  check(code: string, checks: string, options?: CheckOptions): Promise<CheckOutcome>;
  /**
   * Runs the reader's code and records what a block of the class does with an input.
   * @param input its shape [batch, channels, height, width]
   */
  trace(
    code: string,
    className: string,
    input: number[],
    options?: Listening,
  ): Promise<TraceOutcome>;
  /** Ends what runs now, if anything does: its promise resolves to an error of kind `Stopped`. */
  stop(): void;
  /** Removes the sandbox; promises that wait reject. */
  dispose(): void;
}

/** Python cannot be started here: `message` says why, `remedy` what to do. Both are sentences for the reader. */
export class PythonUnavailable extends Error {
  override readonly name = 'PythonUnavailable';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}
