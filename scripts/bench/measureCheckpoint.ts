import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Measurement } from './measurement.ts';
import type { Reading } from './readCheckpointFile.ts';
import { summarise } from './result.ts';

const written = path.resolve(
  import.meta.dirname,
  '../../tests/reference/checkpoints/pytorch-resnet34.pth.gz',
);
const reader = path.join(import.meta.dirname, 'readCheckpointFile.ts');

/** A ResNet-34 of 87 MB that PyTorch wrote, checked and read as in the classifier's worker, each time in a new process. */
export const measureCheckpoint: Measurement = {
  keys: ['checkpoint.readMs', 'checkpoint.memory'],
  async run({ quick }) {
    const folder = await mkdtemp(path.join(tmpdir(), 'checkpoint-'));
    try {
      const bytes = gunzipSync(await readFile(written));
      const digits = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
      const file = path.join(folder, `resnet34-${digits}.pth`);
      await writeFile(file, bytes);
      const readings: Reading[] = [];
      while (readings.length < (quick ? 3 : 7)) {
        const { stdout } = await promisify(execFile)(
          process.execPath,
          ['--import', 'tsx', reader, file],
          { cwd: import.meta.dirname },
        );
        readings.push(JSON.parse(stdout) as Reading);
      }
      const samples = (of: (reading: Reading) => number) => readings.map(of);
      return [
        summarise(
          'checkpoint.readMs',
          samples(({ ms }) => ms),
          `ms for ${Math.round(bytes.length / 1e6)} MB, including its SHA-256`,
          { atMost: 1000 },
        ),
        summarise(
          'checkpoint.memory',
          samples(({ peakBytes, weightBytes }) => (peakBytes - weightBytes) / bytes.length),
          '× its size at the peak, including the file, above the weights',
          { atMost: 1.5 },
        ),
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
