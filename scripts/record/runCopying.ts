import path from 'node:path';
import { copy } from '../../src/experiments/copy.ts';
import { createPictureSource } from '../../src/experiments/pictures.ts';
import type { CopyRecord } from '../../src/contract/copyRecord.ts';
import type { CopyExperiment } from '../../src/contract/experiments.ts';
import type { NetworkKind } from '../../src/contract/networks.ts';
import { serve } from '../site/serve.ts';

/** What a run of the copying experiment has to show, in bytes [side, side, 3] as a PNG holds them. */
export interface CopyingRun extends Pick<CopyRecord, 'greyError' | 'errors'> {
  target: Uint8Array;
  /** What each stack makes of the first picture, by the step. */
  copies: Map<number, Record<NetworkKind, Uint8Array>>;
}

const pictures = path.resolve(import.meta.dirname, '../../public/data/cifar10');

/** Runs the experiment with the engine that is started, on the prepared pictures, up to step `last`. */
export async function runCopying(settings: CopyExperiment, last: number): Promise<CopyingRun> {
  const { url, close } = await serve(pictures, 0);
  const run: CopyingRun = {
    ...{ greyError: NaN, errors: { plain: [], residual: [] } },
    ...{ target: new Uint8Array(), copies: new Map() },
  };
  try {
    for await (const finding of copy(settings, { pictures: createPictureSource(url) })) {
      if (finding.type === 'target') {
        run.greyError = sevenDigits(finding.greyError);
        run.target = toBytes(finding.pictures[0]!);
      } else if (finding.type === 'error') {
        run.errors.plain.push(sevenDigits(finding.errors.plain));
        run.errors.residual.push(sevenDigits(finding.errors.residual));
      } else {
        const { plain, residual } = finding.copies;
        run.copies.set(finding.step, {
          plain: toBytes(plain[0]!),
          residual: toBytes(residual[0]!),
        });
        if (finding.step >= last) break;
      }
    }
  } finally {
    await close();
  }
  return run;
}

/** What else a float32 ends in is noise. */
const sevenDigits = (error: number) => Number(error.toPrecision(7));

/** What lies outside 0 to 1 is drawn as the nearest end. */
function toBytes(picture: Float32Array): Uint8Array {
  return Uint8Array.from(new Uint8ClampedArray(picture.map((value) => 255 * value)));
}
