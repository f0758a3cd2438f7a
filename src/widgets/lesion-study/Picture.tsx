import { useState } from 'react';
import type { LesionRecord } from '../../contract/lesionRecord.ts';
import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { percent, percentExact } from '../../lib/format.ts';
import { Legend } from '../../ui/chart/Legend.tsx';
import { recordedLine } from './describe.ts';
import { LesionChart } from './LesionChart.tsx';
import { shares, type LesionRun } from './run.ts';
import type { LesionSettings } from './settings.ts';

export interface Recorded {
  recording: LesionRecord;
}

/** What was recorded on many pictures or, once there is something, what was measured here on a few. */
export function Picture({
  result,
  hasPredicted,
  props: { recording },
}: LivePictureProps<LesionSettings, LesionRun, Recorded>) {
  const [chosen, choose] = useState<'recorded' | 'live'>('live');
  const live = result?.found ? shares(result.found) : null;
  const isLive = live !== null && chosen === 'live';
  const charts = {
    recorded: {
      title: 'Right at the first guess, recorded',
      shares: recording,
      reference: {
        value: recording.whole,
        label: `whole network: ${percentExact(recording.whole)}`,
      },
      note: recordedLine(recording),
    },
    live: {
      title: 'The same first guess as the whole network, live',
      shares: live ?? recording,
      reference: { value: 1, label: `whole network: ${percent(1)}` },
      note: 'Squares cut at random out of this chapter’s three photographs, on your device.',
    },
  };
  const { note, ...chart } = charts[isLive ? 'live' : 'recorded'];
  return (
    <div>
      <div className="lesion-head">
        <p className="chart-title">{chart.title}</p>
        <Legend
          aria-hidden="true"
          entries={[
            { id: 'branch', look: 'c-branch', sample: <span />, text: 'without its branch' },
            { id: 'shortcut', look: 'c-shortcut', sample: <span />, text: 'without its shortcut' },
          ]}
        />
        {live && (
          <div className="buttons" role="group" aria-label="Which results">
            {(['recorded', 'live'] as const).map((which) => (
              <button
                key={which}
                type="button"
                aria-pressed={(which === 'live') === isLive}
                onClick={() => choose(which)}
              >
                {which === 'live' ? 'Live' : 'Recorded'}
              </button>
            ))}
          </div>
        )}
      </div>
      <LesionChart {...chart} tellsShortcuts={hasPredicted || isLive} />
      <p className="fine">{note}</p>
    </div>
  );
}
