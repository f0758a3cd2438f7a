import type { Gpu } from './gpu.ts';

/** How often the driver is asked, in milliseconds: it compiles meanwhile. */
const pollEveryMs = 4;

/**
 * Hands the driver every program that `dryRun` comes by, without drawing any of them, and waits until all
 * are compiled: at once in parallel where the browser can, instead of one after the other at first use.
 * Whatever `dryRun` computes is garbage.
 */
export async function compileAhead(gpu: Gpu, dryRun: () => Promise<unknown>): Promise<void> {
  const { gl, programs } = gpu;
  gpu.compilesOnly = true;
  try {
    await dryRun();
  } finally {
    gpu.compilesOnly = false;
  }
  const parallel = gl.getExtension('KHR_parallel_shader_compile');
  if (!parallel) return;
  const isCompiled = (program: WebGLProgram) =>
    gl.getProgramParameter(program, parallel.COMPLETION_STATUS_KHR) !== false || gl.isContextLost();
  for (const { handle } of programs.values()) {
    while (!isCompiled(handle)) await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
  }
}
