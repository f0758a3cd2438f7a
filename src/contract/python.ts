import type { CheckReport } from './exercises.ts';
import type { ModelCard } from './modelCard.ts';
import type { TracedBlock } from './tracedBlock.ts';

/** So long may the reader's code compute, in milliseconds, before it is stopped. */
interface Limited {
  timeLimitMs: number;
}

/** What the page asks of the Python worker: one thing at a time, answered by events with its id. */
export type PythonCommand =
  /**
   * Runs a program. Before it run, in the same namespace and with their output dropped, those of the programs `offered`
   * that define what it needs, and all of `before`.
   */
  | ({ type: 'run'; id: number; code: string; before?: string[]; offered?: string[] } & Limited)
  /** Runs the reader's code, then the exercise's checks on what it defines. */
  | ({ type: 'check'; id: number; code: string; checks: string } & Limited)
  /** Runs the reader's code and records what a block of the class does, for the lab to train it. */
  | ({ type: 'trace'; id: number; code: string; className: string; input: number[] } & Limited)
  /** The pretrained network, for torchvision.models.resnet34. */
  | ({ type: 'network'; id: number } & GivenNetwork);

export interface GivenNetwork {
  /** A safetensors file with torchvision's names. */
  bytes: ArrayBuffer;
  card: ModelCard;
}

export type PythonEvent =
  /** Python and torch are ready for the first command. @property startMs how long their start computed */
  | { type: 'ready'; startMs: number }
  /** Python cannot be started. */
  | { type: 'broken'; why: string }
  /** From now on the reader's own code computes, or the next check of it: its time counts from here. */
  | { type: 'running'; id: number }
  | { type: 'output'; id: number; stream: 'stdout' | 'stderr'; text: string }
  /** @property value the repr of the last expression, where the program ends in one that isn't None */
  | { type: 'finished'; id: number; value?: string; defined: string[] }
  /** @property report what the checks found nevertheless, where a program failed after all its classes and functions */
  | { type: 'failed'; id: number; error: PythonError; report?: CheckReport }
  | { type: 'checked'; id: number; report: CheckReport }
  | { type: 'traced'; id: number; block: TracedBlock };

/** An exception that the reader's code raised or a limit that it met. */
export interface PythonError {
  /** The exception's class, such as `RuntimeError`; `TimeLimit`, `MemoryLimit`, `Stopped` and `Crash` are ours. */
  kind: string;
  message: string;
  /** In the reader's own code, from 1. */
  line?: number;
  /** Of a SyntaxError, from 1. */
  column?: number;
  /** As Python prints it, frames of the page's own machinery left out. */
  traceback: string;
}
