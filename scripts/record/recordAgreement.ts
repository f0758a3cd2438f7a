import { mkdir, writeFile } from 'node:fs/promises';
import type { AgreementRecord, AgreementRun, HalfRun } from '../../src/contract/agreementRecord.ts';
import {
  chapterTraining,
  type Score,
  type StreamChange,
  type SycophancyTraining,
} from '../../src/contract/sycophancy.ts';
import type { StateDict } from '../../src/contract/stateDict.ts';
import { sycophancySteering } from '../../src/experiments/sycophancy/steer.ts';
import { sycophancyTraining } from '../../src/experiments/sycophancy/train.ts';
import { writeSafetensors, type Writable } from '../../src/weights/safetensors/writeSafetensors.ts';
import { startNodeEngine } from '../model/nodeEngine.ts';

const seeds = [1, 2, 3, 4, 5];
const sublayers = [0, 1].flatMap((layer) => [`layers.${layer}.attention`, `layers.${layer}.mlp`]);
const places = ['embedding', ...sublayers];

/**
 * Trains the small transformer with five seeds, changes its stream place by place, and trains it again on data that
 * agree half of the time. Writes `file`.json, and the
 * weights of the chapter's own, that of the first seed.
 */
export async function recordAgreement(file: string): Promise<void> {
  await startNodeEngine();
  const runs: AgreementRun[] = [];
  const halves: HalfRun[] = [];
  for (const seed of seeds) {
    const { weights, ...run } = await trainAndChange({ ...chapterTraining, seed });
    runs.push(run);
    if (seed === chapterTraining.seed) await writeWeights(weights, chapterTraining);
    halves.push(await trainHalf({ ...chapterTraining, seed, share: 0.5 }));
  }
  const record: AgreementRecord = {
    recordedAt: new Date().toISOString(),
    engine: `WebAssembly kernels of this page, in Node ${process.versions.node}`,
    runs,
    halves,
  };
  const text = JSON.stringify(record, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value,
  );
  await writeFile(`${file}.json`, `${text}\n`);
}

async function trainAndChange(
  training: SycophancyTraining,
): Promise<AgreementRun & { weights: StateDict }> {
  const losses: number[] = [];
  const scores: AgreementRun['scores'] = [];
  let weights: StateDict = {};
  for await (const finding of sycophancyTraining(training)) {
    if (finding.type === 'losses') losses.push(mean(finding.losses));
    if (finding.type === 'score') scores.push({ step: finding.step, score: finding.score });
    if (finding.type === 'trained') weights = finding.weights;
  }
  const off = (place: string): StreamChange[] => [{ type: 'scale', place, head: null, factor: 0 }];
  const without = (place: string, vector: 'agreement' | 'random'): StreamChange[] => [
    { type: 'steer', place, vector, factor: -1 },
  ];
  const score = await scorer(weights, training.seed, [
    ...sublayers.map(off),
    ...places.flatMap((place) => [without(place, 'agreement'), without(place, 'random')]),
  ]);
  const removed = sublayers.map((place) => ({ place, score: score(off(place)) }));
  const steered = places.map((place) => ({
    place,
    agreement: score(without(place, 'agreement')),
    random: score(without(place, 'random')),
  }));
  return { training, losses, scores, removed, steered, weights };
}

async function trainHalf(training: SycophancyTraining): Promise<HalfRun> {
  let last: Score | undefined;
  for await (const finding of sycophancyTraining(training))
    if (finding.type === 'score') last = finding.score;
  if (!last) throw new Error('A training must be scored.');
  return { training, score: last };
}

/** Scores all trials; what it returns looks one up. */
async function scorer(weights: StateDict, seed: number, trials: StreamChange[][]) {
  const found = new Map<string, Score>();
  const network = { from: 'reader', trained: { weights, seed } } as const;
  const toyNetworks = { weights: () => Promise.reject(new Error('Nothing is fetched.')) };
  for await (const { trial, score } of sycophancySteering({ network, trials }, { toyNetworks }))
    found.set(JSON.stringify(trials[trial]), score);
  return (trial: StreamChange[]) => found.get(JSON.stringify(trial)) as Score;
}

async function writeWeights(weights: StateDict, training: SycophancyTraining): Promise<void> {
  const tensors = Object.fromEntries(
    Object.entries(weights).map(([key, tensor]): [string, Writable] => [
      key,
      { dtype: 'F32', ...tensor },
    ]),
  );
  const folder = 'public/models/agreement';
  await mkdir(folder, { recursive: true });
  const metadata = { format: 'pt', training: JSON.stringify(training) };
  await writeFile(`${folder}/model.safetensors`, writeSafetensors(tensors, metadata));
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
