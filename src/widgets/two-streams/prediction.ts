import type { Evidence } from '../../figure/defineLiveFigure.tsx';
import type { Prediction } from '../../figure/prediction/predictions.ts';
import { twoDigits } from '../../lib/format.ts';
import { sayGrowths } from './describe.ts';
import type { Recorded } from './Picture.tsx';
import type { SurveyRun } from './run.ts';
import type { StreamsSettings } from './settings.ts';
import { residualShown } from './shown.ts';

/** Decided by the recording, as soon as the reader has switched to pre-activation. */
export const prediction: Prediction<
  StreamsSettings,
  Evidence<StreamsSettings, SurveyRun, Recorded>
> = {
  question: 'With pre-activation, what will the stream do over the three blocks of stage 3?',
  options: ['Get shorter', 'Grow, but not to twice its length', 'Grow to twice its length or more'],
  settings: { design: 'pre-activation' },
  outcome: ({ settings, props: { recording } }) => {
    if (settings.design !== 'pre-activation') return null;
    const [before, after] = (['original', 'pre-activation'] as const).map(
      (design) => residualShown(recording, design).growth,
    ) as [number, number];
    return {
      right: after < 1 ? 0 : after < 2 ? 1 : 2,
      says: `It becomes ${twoDigits(after)} × as long (${sayGrowths(recording, 'pre-activation')}); with the original block ${twoDigits(before)} ×.`,
    };
  },
};
