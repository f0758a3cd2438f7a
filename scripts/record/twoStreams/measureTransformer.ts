import type { StateDict } from '../../../src/contract/stateDict.ts';
import {
  chapterTraining,
  type Score,
  type SycophancyTraining,
} from '../../../src/contract/sycophancy.ts';
import type { StreamSizes } from '../../../src/contract/streamSizes.ts';
import type { TransformerStream } from '../../../src/contract/twoStreamsRecord.ts';
import { sycophancySurvey } from '../../../src/experiments/sycophancy/survey.ts';
import { sycophancyTraining } from '../../../src/experiments/sycophancy/train.ts';

/** Trains the small transformer as the chapter's was, but for its seed, and measures its stream. */
export async function measureTransformer(seed: number): Promise<TransformerStream> {
  const training: SycophancyTraining = { ...chapterTraining, seed };
  return { training, ...(await surveyOf(await train(training), seed)) };
}

async function train(training: SycophancyTraining): Promise<StateDict> {
  for await (const finding of sycophancyTraining(training))
    if (finding.type === 'trained') return finding.weights;
  throw new Error('The training ended without weights.');
}

/** What the survey of a network finds, of these weights. */
export async function surveyOf(
  weights: StateDict,
  seed: number,
): Promise<Omit<TransformerStream, 'training'>> {
  const network = { from: 'reader', trained: { weights, seed } } as const;
  const toyNetworks = { weights: () => Promise.reject(new Error('Nothing is fetched.')) };
  const sizes: StreamSizes[] = [];
  const scores: Score[] = [];
  for await (const finding of sycophancySurvey({ network }, { toyNetworks })) {
    if (finding.type === 'score') scores.push(finding.score);
    else sizes.push({ start: finding.start, places: finding.places });
  }
  const [score, ...scoreWithout] = scores;
  return { ...sizes[0]!, score: score!, scoreWithout };
}
