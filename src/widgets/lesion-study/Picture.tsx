import type { LesionRecord } from '../../contract/lesionRecord.ts';
import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { percent, percentExact } from '../../lib/format.ts';
import { recordedLine } from './describe.ts';
import { LesionChart } from './LesionChart.tsx';
import { shares, type LesionRun } from './run.ts';
import type { LesionSettings } from './settings.ts';

export interface Recorded {
  recording: LesionRecord;
}

/** What was recorded on many pictures, and what is measured here on a few. */
export function Picture({
  result,
  props: { recording },
}: LivePictureProps<LesionSettings, LesionRun, Recorded>) {
  const live = result?.found ? shares(result.found) : null;
  return (
    <div className="panels">
      <LesionChart
        title="Recorded: right at the first guess"
        shares={recording}
        most={0.75}
        reference={{
          value: recording.whole,
          label: `whole network: ${percentExact(recording.whole)}`,
        }}
        note={recordedLine(recording)}
      />
      <LesionChart
        title="Live: the same first guess as the whole network"
        shares={live}
        most={1}
        reference={{ value: 1, label: `whole network: ${percent(1)}` }}
        note="Squares cut at random out of this chapter’s three photographs, on your device."
      />
    </div>
  );
}
