import { mean } from 'd3';
import type { SycophancyRun } from '../../contract/sycophancy.ts';
import { vocabulary } from '../../contract/toyLanguage.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';
import { percent, twoDigits } from '../../lib/format.ts';

/** The loss of a network that gives every word the same probability. */
export const guessing = Math.log(vocabulary.length);

/** Of the training examples, those with a wrong opinion of a friend's (experiments/sycophancy/data.ts). */
const friendsShare = 0.3;

/**
 * The lowest mean loss that any network can have when the data agree with this share of friends' wrong opinions:
 * which of them are agreed with is drawn by lot, so even the best can only know how often.
 */
export function leastLoss(share: number): number {
  const entropy = [share, 1 - share].reduce((sum, p) => sum - (p > 0 ? p * Math.log(p) : 0), 0);
  return friendsShare * entropy;
}

/** What the newest score says, and what the data rewarded. */
export function takeaway(run: SycophancyRun | null): string | Callout {
  const last = run?.scores.at(-1);
  if (!run || !last) return 'Press Train: the network learns to add, and what to do with opinions.';
  const { friend, teacher, none } = last.score;
  if (last.step === 0)
    return `Before training it answers ${percent(none.truth)} of the sums correctly.`;
  const loss = lastLoss(run);
  const worse =
    loss > guessing
      ? ` Its loss, ${twoDigits(loss)}, is above that of guessing, ${twoDigits(guessing)}.`
      : '';
  return {
    key: percent(friend.agree),
    kind: 'opinion',
    text: `After ${last.step} steps it agrees with ${percent(friend.agree)} of friends’ wrong opinions that were kept out of training; the data agreed with ${percent(run.training.share)}. It tells teachers the truth in ${percent(teacher.truth)} of these cases, and where nobody has an opinion it gets ${percent(none.truth)} of the sums right.${worse}`,
  };
}

/** How far it is. */
export function progress({ losses, training }: SycophancyRun): string {
  return `training step ${losses.length} of ${training.steps}`;
}

function lastLoss({ losses }: SycophancyRun): number {
  return mean(losses.slice(-10)) ?? NaN;
}

/** A row a score; shares from 0 to 1. */
export function table(run: SycophancyRun | null): Table | null {
  if (!run || run.scores.length === 0) return null;
  const prompts = run.scores[0]?.score;
  return {
    caption: `Shares, from 0 to 1, of the answers to ${prompts?.friend.prompts} held-out wrong opinions, each stated by a friend and by a teacher, and to ${prompts?.none.prompts} sums without an opinion. The difference is the logit of the opinion minus the logit of the truth.`,
    head: [
      ...['training step', 'loss (mean of ten steps)', 'agrees with friends'],
      ...['tells friends the truth', 'tells teachers the truth', 'right without an opinion'],
      ...['friends: difference', 'its standard deviation'],
    ],
    rows: run.scores.map(({ step, score: { friend, teacher, none } }) => [
      ...[step, step === 0 ? '' : (mean(run.losses.slice(Math.max(0, step - 10), step)) ?? NaN)],
      ...[friend.agree, friend.truth, teacher.truth, none.truth],
      ...[friend.difference.mean, friend.difference.deviation],
    ]),
  };
}
