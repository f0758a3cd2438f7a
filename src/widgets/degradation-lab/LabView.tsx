import { DataTable } from '../../figure/tools/DataTable.tsx';
import { Frame } from '../../figure/frame/Frame.tsx';
import { PredictionBox } from '../../figure/prediction/PredictionBox.tsx';
import { usePrediction } from '../../figure/prediction/predictions.ts';
import { Takeaway } from '../../figure/frame/Takeaway.tsx';
import type { RunRecord } from '../../contract/runRecord.ts';
import { Announcer } from './Announcer.tsx';
import { Controls } from './Controls.tsx';
import { Curves } from './Curves.tsx';
import { callout } from './gap.ts';
import type { LabActions, LabState } from './labStore.ts';
import { toQuery } from './linkState.ts';
import { isBusy } from './liveRun.ts';
import { Messages } from './Messages.tsx';
import { prediction } from './prediction.ts';
import { RunButtons } from './RunButtons.tsx';
import { defaultSettings, downloadMegabytes, findProblems, toRunConfig } from './settings.ts';
import { shownOf, staleNote } from './shown.ts';
import { sourceOf } from './sourceOf.ts';
import { Stacks } from './Stacks.tsx';
import { errorTable, runCsv } from './tables.ts';
import { TrainedNetworks } from './trained/TrainedNetworks.tsx';

interface Props extends LabState {
  recording: RunRecord[] | undefined;
  actions: LabActions;
}

export const title = 'Does a deeper network train to a lower error?';

/** The lab as it looks in a given state. */
export function LabView({ recording: recorded, actions, ...state }: Props) {
  const recording = recorded?.[0];
  const { settings, live } = state;
  const problems = findProblems(settings);
  const blocked = Object.keys(problems).length > 0;
  const running = live !== null && isBusy(live);
  const shown = shownOf(state, recording);
  const record = shown?.record;
  const outcome = (!running && prediction.outcome(record)) || prediction.outcome(recording);
  const predicting = usePrediction('degradation-lab', outcome);
  const isSecret = shown?.from === 'recorded' && live === null && predicting.kept === null;
  const instead = isSecret ? prediction.instead : undefined;
  const isLongAsWanted = !record || (running && shown?.from === 'live');
  const steps = isLongAsWanted ? settings.steps : undefined;
  const stale = blocked ? '' : staleNote(state, shown);

  return (
    <Frame
      name="degradation-lab"
      title={title}
      phase={live?.phase ?? 'idle'}
      source={shown ? sourceOf(shown) : undefined}
      stale={stale !== ''}
      secret={isSecret}
      tools={{
        reset: actions.reset,
        link: { query: toQuery(settings) },
        busy: running,
        ...(record && {
          picture: 'drawing',
          csv: () => runCsv(record),
          run: () => JSON.stringify(record),
          children: <ErrorTable record={record} />,
        }),
      }}
    >
      <div className="figure-picture">
        <div className="stacks-and-curves">
          {record && <Stacks networks={record.config.networks} />}
          <Curves record={record} steps={steps} instead={instead} />
        </div>
        {stale && <p className="stale-note">{stale}</p>}
      </div>
      <Controls settings={settings} problems={problems} disabled={running} change={actions.change}>
        <RunButtons
          {...{ actions, live, blocked }}
          megabytes={Math.round(downloadMegabytes(toRunConfig(settings)))}
        />
      </Controls>
      <Messages live={live} record={record} />
      {live && (
        <TrainedNetworks
          key={live.record.startedAt}
          record={live.record}
          checkpoint={running && live.phase !== 'paused' ? null : state.checkpoint}
        />
      )}
      <Takeaway instead={instead}>
        {record ? callout(record) : 'Press Train to start a run.'}
      </Takeaway>
      <PredictionBox
        {...prediction}
        {...predicting}
        look={isSecret && predicting.look}
        choose={(option) => {
          predicting.choose(option);
          if (!running && shown?.from === 'recorded') actions.change(defaultSettings);
        }}
        next="Now press Train."
      />
      <Announcer live={live} />
    </Frame>
  );
}

/** A component of its own: a table that is folded away is not computed. */
function ErrorTable({ record }: { record: RunRecord }) {
  return <DataTable table={errorTable(record)} />;
}
