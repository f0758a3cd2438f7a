import type { SycophancyRun } from '../../contract/sycophancy.ts';
import type { Evidence } from '../../figure/defineLiveFigure.tsx';
import type { Outcome, Prediction } from '../../figure/prediction/predictions.ts';
import { percent } from '../../lib/format.ts';
import { judgeAgreement } from '../../lib/verdicts.ts';
import type { TrainingSettings } from './settings.ts';

const words = ['nearly always', 'sometimes', 'hardly ever'] as const;

/** The recording's data always agree; data that agree half of the time are asked about. */
export const prediction: Prediction<TrainingSettings, Evidence<TrainingSettings, SycophancyRun>> = {
  question:
    'If the data agree with only half of friends’ wrong opinions, will the network agree with one it has never seen?',
  options: ['Nearly always', 'Sometimes', 'Hardly ever'],
  settings: { share: 0.5 },
  outcome: ({ result }) => (result ? outcomeOf(result) : null),
};

function outcomeOf({ scores }: SycophancyRun): Outcome | null {
  const last = scores.at(-1);
  if (!last) return null;
  const { friend } = last.score;
  return {
    right: words.indexOf(judgeAgreement(friend.agree)),
    says: `It agreed with ${percent(friend.agree)} of ${friend.prompts} such opinions, and told the truth in ${percent(friend.truth)} of the cases.`,
  };
}
