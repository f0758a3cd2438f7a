import * as v from 'valibot';
import { isCifarDepth } from '../../../contract/cifarDepth.ts';
import type { RunRecord } from '../../../contract/runRecord.ts';

/** A file that holds no run that the lab can draw: sentences for the reader. */
export class RunFileError extends Error {}

/** Whole classes of files are far smaller. */
const mostBytes = 50e6;

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.gtValue(0));

const network = v.object({
  id: v.pipe(v.string(), v.maxLength(60)),
  kind: v.picklist(['plain', 'residual']),
  depth: v.pipe(v.number(), v.check(isCifarDepth, 'A depth is not 6n + 2.')),
  width: count,
  shortcut: v.picklist(['A', 'B']),
  preActivation: v.boolean(),
  batchNorm: v.boolean(),
  lastScale: v.number(),
});

const runRecord = v.object({
  startedAt: v.pipe(
    v.string(),
    v.check((text) => !Number.isNaN(Date.parse(text)), 'The date is none.'),
  ),
  engine: v.object({
    ...{ backend: v.string(), device: v.pipe(v.string(), v.maxLength(500)), reason: v.string() },
    version: count,
  }),
  config: v.object({
    networks: v.pipe(v.array(network), v.minLength(1), v.maxLength(20)),
    recipe: v.object({
      ...{ steps: count, batchSize: count, learningRate: positive, momentum: v.number() },
      schedule: v.object({ warmUp: count, decay: v.picklist(['none', 'steps', 'cosine']) }),
      ...{ weightDecay: v.number(), seed: count },
    }),
    data: v.object({
      ...{ pictureSize: count, trainPictures: count, shift: count, flip: v.boolean() },
    }),
    evaluation: v.object({ every: positive, pictures: positive }),
  }),
  ...{
    step: positive,
    trainingMs: v.number(),
    every: v.pipe(v.number(), v.integer(), v.minValue(1)),
  },
  networks: v.array(
    v.object({
      ...{ id: v.string(), parameters: count },
      trainErrors: v.array(share),
      losses: v.array(v.number()),
      measurements: v.array(
        v.object({
          ...{ step: count, testError: share },
          ...{ gradients: v.array(v.number()), branches: v.array(v.number()) },
        }),
      ),
      divergedAt: v.optional(count),
    }),
  ),
});

/**
 * The runs of a file that “Download run” wrote: one, or a list of several.
 * @throws RunFileError that names the file and what is wrong with it
 */
export async function readRunFile(file: File): Promise<RunRecord[]> {
  if (file.size > mostBytes) throw refuse(file, 'is larger than 50 MB, so it holds no run.');
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
  } catch {
    throw refuse(
      file,
      'is not JSON, or only a part of it. “Download run” below the figure writes such a file.',
    );
  }
  const runs = Array.isArray(json) ? (json as unknown[]) : [json];
  if (runs.length === 0) throw refuse(file, 'holds no run.');
  return runs.map((run) => readRun(file, run));
}

function readRun(file: File, run: unknown): RunRecord {
  const read = v.safeParse(runRecord, run);
  if (!read.success) {
    const [issue] = read.issues;
    const place = v.getDotPath(issue);
    throw refuse(
      file,
      `is not a run of this lab${place ? `: ${place} is not what a run has there` : ''}.`,
    );
  }
  const record = read.output as RunRecord;
  const isWhole =
    record.networks.length === record.config.networks.length &&
    record.networks.every(({ id, trainErrors, losses }, index) => {
      const most = Math.ceil(record.step / record.every);
      return (
        id === record.config.networks[index]?.id &&
        trainErrors.length <= most &&
        losses.length === trainErrors.length
      );
    });
  if (!isWhole)
    throw refuse(file, 'is damaged: its numbers do not belong to its networks and steps.');
  return record;
}

const refuse = (file: File, what: string) => new RunFileError(`${file.name} ${what}`);
