import { pipelineOf } from './compile.ts';
import type { Gpu } from './gpu.ts';

/**
 * Compiles every program of ours that `dryRun` comes by, without running any of them: all at once, instead of
 * one after the other at first use. Whatever `dryRun` computes is garbage.
 * @throws an error that names a program which the device refuses
 */
export async function compileAhead(gpu: Gpu, dryRun: () => Promise<unknown>): Promise<void> {
  gpu.compilesOnly = true;
  try {
    await dryRun();
  } finally {
    gpu.compilesOnly = false;
  }
  const missing = [...gpu.programs].filter(([, { pipeline }]) => !pipeline);
  await Promise.all(
    missing.map(async ([name, program]) => {
      program.pipeline = await gpu.device.createComputePipelineAsync(pipelineOf(name, program));
    }),
  );
}
