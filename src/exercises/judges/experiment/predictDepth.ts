import type { NetworkKind } from '../../../contract/networks.ts';
import type { RunRecord } from '../../../contract/runRecord.ts';
import { depthOf } from '../../../figure/runs/depth.ts';
import { percentExact } from '../../../lib/format.ts';
import { hasFewSteps, isTooEarly, judgeDepth, meanOf } from '../../../lib/verdicts.ts';
import { unanswered, type Judgement } from '../judgement.ts';

/** How the deeper network's training error compares with the shallower one's. */
export type DepthWord = 'worse' | 'the same' | 'better';

export interface PredictDepthAnswer {
  predicted: Partial<Record<NetworkKind, DepthWord>>;
  /** Whether the prediction is made: from then on it stays. */
  isMade: boolean;
  seen: Partial<Record<NetworkKind, DepthWord>>;
  meaning?: Meaning;
  /** The run that was looked at (sayEvidence). */
  looked?: string;
}

export const kinds = ['plain', 'residual'] as const;

export const depthWords: Record<DepthWord, string> = {
  worse: 'It ends higher',
  'the same': 'About the same',
  better: 'It ends lower',
};

export type Meaning = 'overfitting' | 'gradients' | 'capacity';

/** What the plain networks' errors may rule out, and what is to be said of it. */
export const meanings: Record<Meaning, { text: string; says: string }> = {
  overfitting: {
    text: 'That the deeper network overfits',
    says: 'A network that overfits has a low training error and a high test error. Here the training error itself is high.',
  },
  gradients: {
    text: 'That its gradients vanish',
    says: 'Errors say nothing about gradients. (The authors looked at them: with batch normalisation they stayed healthy.)',
  },
  capacity: {
    text: 'That a good network of this depth exists',
    says: 'One exists: a copy of the shallow network, with further layers that only pass its values on. Training doesn’t find it.',
  },
};

/** Whether a run can answer: plain and residual networks, a shallow and a deep one each, at its end. */
export function showsDepth(runs: readonly RunRecord[]): boolean {
  return (
    runs.length > 0 &&
    runs.every(({ step, config }) => step === config.recipe.steps && !isTooEarly(step)) &&
    kinds.every((kind) => depthOf(runs, kind) !== undefined)
  );
}

/**
 * What was seen of each kind, and what it means, each judged by the runs and the page's verdict rules.
 * @param runs as `showsDepth` wants them
 */
export function judgePredictDepth(
  { predicted, isMade, seen, meaning }: PredictDepthAnswer,
  runs: readonly RunRecord[],
): Record<'prediction' | NetworkKind | 'meaning', Judgement> {
  return {
    prediction: isMade ? { right: true, says: '' } : unanswered,
    plain: judgeKind('plain', runs, seen.plain, predicted.plain),
    residual: judgeKind('residual', runs, seen.residual, predicted.residual),
    meaning: meaning
      ? { right: meaning === 'overfitting', says: meanings[meaning].says }
      : unanswered,
  };
}

function judgeKind(
  kind: NetworkKind,
  runs: readonly RunRecord[],
  seen: DepthWord | undefined,
  predicted: DepthWord | undefined,
): Judgement {
  const depth = depthOf(runs, kind);
  if (!depth || !seen) return unanswered;
  const { shallow, deep, pairs, step } = depth;
  const { word } = judgeDepth(pairs, step);
  const [low, high] = [meanOf(pairs, 'shallow').mean, meanOf(pairs, 'deep').mean];
  const errors = `${deep.id} ends with ${percentExact(high)} training error, ${shallow.id} with ${percentExact(low)}`;
  const early = hasFewSteps(step) ? ' so far' : '';
  if (seen !== word) {
    const rule = word === 'the same' ? ' That is too close to call one of them higher.' : '';
    return { right: false, says: `${errors}.${rule}` };
  }
  const expected =
    predicted === word ? 'As you predicted.' : `You had predicted: ${sayPredicted(predicted)}.`;
  const paper =
    kind === 'residual' && word === 'the same'
      ? ' In the paper’s much longer runs the deeper one ends lower.'
      : '';
  return { right: true, says: `${errors}${early}. ${expected}${paper}` };
}

const sayPredicted = (word: DepthWord | undefined) =>
  word ? depthWords[word].replace(/^It/, 'it').replace(/^About/, 'about') : 'nothing';
