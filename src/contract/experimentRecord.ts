import type { EngineInfo } from './engine.ts';

/** An experiment's result with all that repeats it: what "Download run" writes, and what a lesson opens on. */
export interface ExperimentRecord {
  /** The figure's folder. */
  figure: string;
  /** ISO 8601. */
  recordedAt: string;
  engine: Pick<EngineInfo, 'backend' | 'device'>;
  /** The figure's settings, by name. */
  settings: Record<string, unknown>;
  /** What the figure had found in the end; arrays of floats as `PackedValues`. */
  result: unknown;
}

/** Floats kept to 8 bits, evenly from `least` to `most`: enough to be drawn. */
export interface PackedValues {
  least: number;
  most: number;
  /** A byte a value. */
  base64: string;
}
