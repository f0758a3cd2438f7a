import { percent, percentExact } from '../../lib/format.ts';
import type { LesionRecord } from '../../contract/lesionRecord.ts';
import type { ExperimentActions, ExperimentState } from '../../figure/experimentStore.ts';
import { toQuery } from '../../figure/link.ts';
import { LiveFigure } from '../../figure/LiveFigure.tsx';
import { progress, recordedLine, table, takeaway } from './describe.ts';
import { LesionChart } from './LesionChart.tsx';
import {
  choices,
  defaultSettings,
  fields,
  shares,
  type LesionRun,
  type LesionSettings,
} from './lesionRun.ts';

interface Props extends ExperimentState<LesionSettings, LesionRun> {
  recording: LesionRecord;
  actions: ExperimentActions<LesionSettings>;
}

/** The figure as it looks in a given state. */
export function StudyView({ recording, settings, result, actions, ...state }: Props) {
  const controls = (
    <label>
      Squares to look at
      <select
        value={settings.views}
        onChange={({ target }) => actions.change({ views: Number(target.value) })}
      >
        {choices.map((views) => (
          <option key={views}>{views}</option>
        ))}
      </select>
    </label>
  );
  const live = result?.found ? shares(result.found) : null;
  return (
    <LiveFigure
      {...state}
      actions={actions}
      name="lesion-study"
      title="Which blocks does the answer depend on?"
      controls={controls}
      runLabel="Damage each block in turn"
      progress={result ? progress(result) : ''}
      takeaway={takeaway(recording, result)}
      table={table(recording, result)}
      recorded={recordedLine(recording)}
      link={{ query: toQuery(settings, defaultSettings, fields) }}
      picture="drawing"
    >
      <div className="panels">
        <LesionChart
          title="Recorded: right at the first guess"
          shares={recording}
          most={0.5}
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
    </LiveFigure>
  );
}
