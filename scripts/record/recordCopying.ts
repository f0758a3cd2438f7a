import { writeFile } from 'node:fs/promises';
import { encode } from 'fast-png';
import type { CopyRecord } from '../../src/contract/copyRecord.ts';
import type { CopyExperiment } from '../../src/contract/experiments.ts';
import { startNodeEngine } from '../model/nodeEngine.ts';
import { runCopying } from './runCopying.ts';

/** Those of lesson 1's figure, at the full size of the pictures. */
const settings: CopyExperiment = {
  ...{ blocks: 8, seed: 1, steps: 150, learningRate: 0.1, lastScale: 0.1 },
  ...{ pictures: 32, pictureSize: 32 },
};
/** Multiples of five, since that is how often the experiment looks at its pictures. */
const moments = [1, 15, 30, 45, 60, 75, 90, 100, 110, 120, 135, 150];

/**
 * Records the cover's run. Writes `file`.json, and `file`.png: a row for each moment with the plain stack's
 * picture and the residual one's, and a last row with the picture that both were given, twice.
 */
export async function recordCopying(file: string): Promise<void> {
  await startNodeEngine();
  const { target, copies, greyError, errors } = await runCopying(settings, settings.steps);
  const record: CopyRecord = {
    recordedAt: new Date().toISOString(),
    engine: `WebAssembly kernels of this page, in Node ${process.versions.node}`,
    data: 'The first 32 test pictures of CIFAR-10; the first one, a cat, is shown.',
    ...{ settings, greyError, errors, moments },
  };
  await writeFile(`${file}.json`, `${JSON.stringify(record)}\n`);
  const rows = moments.map((step) => copies.get(step)!);
  const side = settings.pictureSize;
  const film = [...rows.map(({ plain, residual }) => [plain, residual]), [target, target]];
  const pixels = film.flatMap(([left, right]) =>
    Array.from({ length: side }, (_, y) => [left!, right!].map((one) => line(one, y, side))).flat(),
  );
  const data = Buffer.concat(pixels);
  const height = side * film.length;
  await writeFile(`${file}.png`, encode({ width: 2 * side, height, data, channels: 3 }));
}

const line = (picture: Uint8Array, y: number, side: number) =>
  picture.subarray(3 * side * y, 3 * side * (y + 1));
