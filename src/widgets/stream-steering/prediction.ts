import { namePlace } from '../../contract/sayPlace.ts';
import type { Evidence } from '../../figure/defineLiveFigure.tsx';
import type { Outcome, Prediction } from '../../figure/prediction/predictions.ts';
import { percent } from '../../lib/format.ts';
import { compareShares } from '../../lib/verdicts.ts';
import { sublayers } from './places.ts';
import { rankingOf } from './results.ts';
import type { SteeringRun } from './run.ts';
import type { SteeringSettings } from './settings.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The recording shows no sublayer switched off. */
export const prediction: Prediction<SteeringSettings, Evidence<SteeringSettings, SteeringRun>> = {
  question: 'Which sublayer can the agreement least do without?',
  options: sublayers.map(({ place }) => capital(namePlace(place))),
  settings: { show: 'ranking' },
  outcome: ({ result }) => (result ? outcomeOf(result) : null),
};

/** Those count that can’t be told from the one without which friends are agreed with least. */
function outcomeOf(run: SteeringRun): Outcome | null {
  const ranked = rankingOf(run);
  const [first] = ranked;
  if (!first || ranked.length < sublayers.length) return null;
  const { agree, prompts } = first.score.friend;
  const least = ranked.filter(
    ({ score }) => compareShares(score.friend.agree, agree, prompts) === 'the same',
  );
  const indexOf = (place: string) => sublayers.findIndex((one) => one.place === place);
  return {
    right: [least.map(({ place }) => indexOf(place))],
    says: `Friends’ wrong opinions were agreed with ${ranked
      .map(
        ({ place, score }) =>
          `${percent(score.friend.agree)} of the time without ${namePlace(place)}`,
      )
      .join(', ')}.`,
  };
}
