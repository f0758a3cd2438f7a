import type { EngineInfo } from './engine.ts';

/** What computes a run: the part that training has to know about. */
export interface Device {
  /** Whether it can lose its memory, and every tensor with it, as a GPU can. */
  readonly losable: boolean;
  /** Numbers that were read back from a lost device are garbage, and so is all it still holds. */
  isLost(): boolean;
  /** What it could not do, which makes what it computed garbage, too. */
  refusal?(): string | undefined;
  /** Compiles every program that `dryRun` uses, ahead of its first real use; the results are garbage. */
  compileAhead?(dryRun: () => Promise<unknown>): Promise<void>;
  /**
   * Lets several threads share the work from now on, or one do it alone, where there are several. The results are the
   * same bits.
   */
  shareWork?(isShared: boolean): void;
  /**
   * Restarts the device, or starts another, and rethrows `error` if that would not help.
   * @param warmingUp whether the networks' programs were still being compiled
   * @returns what computes now; all tensors of the device before it are gone
   */
  recover(error: unknown, warmingUp: boolean): Promise<EngineInfo>;
}

/** @throws when the device is lost or refused work; call it before trusting what was read back */
export function expectAlive(device: Pick<Device, 'isLost' | 'refusal'>): void {
  const refusal = device.refusal?.();
  if (refusal) throw new Error(refusal);
  if (device.isLost()) throw new Error('The browser lost its connection to the GPU.');
}
