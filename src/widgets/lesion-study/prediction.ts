import { mean } from 'd3';
import type { LesionRecord } from '../../contract/lesionRecord.ts';
import type { Evidence } from '../../figure/defineLiveFigure.tsx';
import type { Prediction } from '../../figure/prediction/predictions.ts';
import { percent } from '../../lib/format.ts';
import type { Recorded } from './Picture.tsx';
import type { LesionRun } from './run.ts';
import type { LesionSettings } from './settings.ts';

/** Below this difference of two means, as shares, neither hurts more. */
const telling = 0.02;

/** The recording decides it; its bars for the shortcuts are hidden until the reader has predicted. */
export const prediction: Prediction<
  LesionSettings,
  Evidence<LesionSettings, LesionRun, Recorded>
> = {
  question: 'Which hurts the answer more?',
  options: ['A missing branch', 'A missing shortcut', 'Both about the same'],
  settings: {},
  outcome: ({ props }) => outcomeOf(props.recording),
  instead: 'So much is left without any one branch. And if one shortcut is cut instead?',
};

function outcomeOf({ withoutBranch, withoutShortcut, whole }: LesionRecord) {
  const [branch = NaN, shortcut = NaN] = [mean(withoutBranch), mean(withoutShortcut)];
  const gap = branch - shortcut;
  return {
    right: Math.abs(gap) < telling ? 2 : gap > 0 ? 1 : 0,
    says: `Right at the first guess, on average over the 16 blocks: ${percent(branch)} without a branch, ${percent(shortcut)} without a shortcut; the whole network ${percent(whole)}.`,
  };
}
