import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { PytorchName } from './comparisons.ts';
import type { Workload } from './page/protocol.ts';
import type { StartedCandidate } from './startedCandidate.ts';
import { writeWorkload } from './writeWorkload.ts';

const places: Record<PytorchName, string> = {
  'pytorch.1': '1',
  'pytorch.all': String(os.availableParallelism()),
  'pytorch.cuda': 'cuda',
};

/** A Python that has PyTorch: the one in the path, or the system's, which has Debian's package. */
export function findPytorch(): string | undefined {
  return ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import torch, numpy']).status === 0,
  );
}

/** Whether it can compute on an NVIDIA GPU. */
export function findsCuda(python: string): boolean {
  const code = 'import sys, torch; sys.exit(not torch.cuda.is_available())';
  return spawnSync(python, ['-c', code]).status === 0;
}

/** Starts the same training in native PyTorch. */
export async function startPytorch(
  python: string,
  workload: Workload,
  name: PytorchName,
): Promise<StartedCandidate> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'skip-connections-bench-'));
  await writeWorkload(folder, workload);
  const script = path.join(import.meta.dirname, 'pytorch.py');
  const child = spawn(python, [script, folder, places[name]], {
    // Else threads that wait keep a processor busy, and on few processors each other from working.
    env: { ...process.env, OMP_WAIT_POLICY: 'passive', GOMP_SPINCOUNT: '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async run(steps) {
      child.stdin.write(`${steps}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error('PyTorch failed; its message is above.');
      return JSON.parse(value);
    },
    async stop() {
      child.stdin.end();
      await rm(folder, { recursive: true });
    },
  };
}
