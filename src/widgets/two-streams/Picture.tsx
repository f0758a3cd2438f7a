import type { TwoStreamsRecord } from '../../contract/twoStreamsRecord.ts';
import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { Legend } from '../../ui/chart/Legend.tsx';
import { notes, shownTransformer } from './describe.ts';
import { Panel } from './Panel.tsx';
import { finished, type SurveyRun } from './run.ts';
import type { StreamsSettings } from './settings.ts';
import { residualShown, type ShownStream } from './shown.ts';

export interface Recorded {
  recording: TwoStreamsRecord;
}

const legend = [
  { id: 'stream', look: 'c-shortcut', text: 'stream x' },
  { id: 'added', look: 'c-branch', text: 'what is added, F(x)' },
  { id: 'truth', text: 'right answers' },
  { id: 'agreement', look: 'c-opinion', text: 'agreement with friends' },
].map((entry) => ({ ...entry, sample: <span className={`sample ${entry.id}`} /> }));

/** The residual networks of the lab and the small transformer, measured in the same way, side by side. */
export function Picture({
  settings: { design },
  result,
  props: { recording },
}: LivePictureProps<StreamsSettings, SurveyRun, Recorded>) {
  const measured = finished(result);
  const residual = residualShown(recording, design);
  const transformer = shownTransformer(recording, result);
  // The axes stay when the design changes: what grows is seen to grow.
  const all = [
    residualShown(recording, 'original'),
    residualShown(recording, 'pre-activation'),
    transformer,
  ];
  const top = { length: Math.max(...all.map(longest)), ratio: Math.max(...all.map(largestRatio)) };
  const says = notes(recording, design, measured && result ? result.network : null);
  return (
    <div>
      <Legend
        aria-hidden="true"
        entries={[
          ...legend,
          { id: 'other', sample: <span className="sample other" />, text: 'other seeds' },
        ]}
      />
      <div className="two-panels">
        <Panel {...{ ...says.residual, stream: residual, top, width: 640 }} />
        <Panel {...{ ...says.transformer, stream: transformer, top, width: 360 }} />
      </div>
    </div>
  );
}

function longest({ places }: ShownStream): number {
  return Math.max(...places.map(({ shortcut, branch }) => shortcut + branch)) * 1.02;
}

function largestRatio({ places }: ShownStream): number {
  const highest = places.flatMap(({ ratio: { mean, deviation }, otherRatios }) => [
    mean + deviation,
    ...otherRatios,
  ]);
  return Math.max(...highest) * 1.05;
}
