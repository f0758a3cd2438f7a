import type { EngineInfo } from './engine.ts';

/** What computes a run, as far as training must know of it. */
export interface Device {
  /** Whether it can lose its memory, and every tensor with it, as a graphics device can. */
  readonly losable: boolean;
  /** Numbers that were read back from a lost device are garbage, and so is all it still holds. */
  isLost(): boolean;
  /** Compiles every program that `dryRun` comes by, ahead of its first use; what it computes is garbage. */
  compileAhead?(dryRun: () => Promise<unknown>): Promise<void>;
  /**
   * Starts the device anew, or another one, after `error`. It answers nothing, and touches nothing, where
   * that would not help: then the error stands.
   * @param warmingUp whether the networks' programs were still being compiled
   */
  recover(error: unknown, warmingUp: boolean): Promise<EngineInfo | undefined>;
}

/** @throws when the device is lost; call it before believing what was read back */
export function expectAlive(device: Device): void {
  if (device.isLost()) throw new Error('The graphics device was lost.');
}
