import type { Score, SycophancyTraining } from './sycophancy.ts';

/** Several trainings of the small transformer, and what changes its answers: `content/runs/agreement.json`. */
export interface AgreementRecord {
  /** ISO 8601. */
  recordedAt: string;
  engine: string;
  /** In the order of the seeds, none left out. */
  runs: AgreementRun[];
  /** The same seeds, trained on data that agree with half of the friends' wrong opinions. */
  halves: HalfRun[];
}

/** A training and how its network answers in the end. */
export interface HalfRun {
  training: SycophancyTraining;
  score: Score;
}

export interface AgreementRun {
  training: SycophancyTraining;
  /** Losses of every tenth step, each the mean of ten. */
  losses: number[];
  scores: { step: number; score: Score }[];
  /** The score without each sublayer: what it would add is left out. */
  removed: { place: string; score: Score }[];
  /** The score with a vector taken away after each place, once: the agreement vector, and a random one of its length. */
  steered: { place: string; agreement: Score; random: Score }[];
}

/** The sublayer without which a friend's wrong opinion is agreed with least. */
export function mostImportant({ removed }: AgreementRun): string {
  const [first, ...others] = removed;
  if (!first) throw new Error('No sublayer was removed in this run.');
  return others.reduce(
    (least, one) => (one.score.friend.agree < least.score.friend.agree ? one : least),
    first,
  ).place;
}
