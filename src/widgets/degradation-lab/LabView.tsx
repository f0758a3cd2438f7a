import { Frame } from '../../figure/Frame.tsx';
import { Takeaway } from '../../figure/Takeaway.tsx';
import { percent } from '../../lib/format.ts';
import { measuredNetworks, type RunRecord } from '../../contract/runRecord.ts';
import { DataTable } from '../../figure/DataTable.tsx';
import { LineChart } from '../../ui/chart/LineChart.tsx';
import { Announcer } from './Announcer.tsx';
import { Controls } from './Controls.tsx';
import { smoothingWindow, testSeries, trainSeries } from './curves.ts';
import { takeaway } from './describe.ts';
import type { LabActions, LabState } from './labStore.ts';
import { toQuery } from './linkState.ts';
import { isBusy } from './liveRun.ts';
import { Provenance } from './Provenance.tsx';
import { RunButtons } from './RunButtons.tsx';
import { findProblems } from './settings.ts';
import { errorTable, runCsv } from './tables.ts';

interface Props extends LabState {
  recording: RunRecord | undefined;
  actions: LabActions;
}

export const title = 'Does a deeper network train to a lower error?';

/** The lab as it looks in a given state. */
export function LabView({ settings, live, kept, recording, actions }: Props) {
  const problems = findProblems(settings);
  const record = live?.record ?? kept ?? recording;
  const measured = record && record.step > 0 ? record : undefined;
  const running = live !== null && isBusy(live);

  return (
    <Frame
      name="degradation-lab"
      title={title}
      phase={live?.phase ?? 'idle'}
      tools={{
        link: { query: toQuery(settings) },
        busy: running,
        ...(measured && {
          picture: 'drawing',
          csv: () => runCsv(measured),
          run: () => JSON.stringify(measured),
        }),
        children: <ErrorTable record={measured} />,
      }}
    >
      <div className="figure-side">
        <Controls
          settings={settings}
          problems={problems}
          disabled={running}
          change={actions.change}
        />
        <RunButtons actions={actions} live={live} blocked={Object.keys(problems).length > 0} />
        <Provenance live={live} kept={kept} recording={recording} />
        {live?.notice && (
          <p className="fine" role="status" data-notice="">
            {live.notice}
          </p>
        )}
        {live?.failure && (
          <p className="problem" role="alert">
            {live.failure.message} {live.failure.remedy}
            {live.record.step > 0 && ' The results so far are kept below.'}
          </p>
        )}
        {record?.networks.map(
          ({ id, divergedAt }) =>
            divergedAt !== undefined && (
              <p className="problem" role="alert" key={id}>
                {id} diverged at step {divergedAt}: its loss is no longer a number, so its training
                stopped. Try a smaller learning rate.
              </p>
            ),
        )}
      </div>
      <Curves record={record} steps={live ? live.record.config.recipe.steps : undefined} />
      <Takeaway>{record ? takeaway(record) : 'Press Train to start a run.'}</Takeaway>
      <Announcer live={live} />
    </Frame>
  );
}

/** A component of its own: a table that is folded away is not computed. */
function ErrorTable({ record }: { record: RunRecord | undefined }) {
  return <DataTable table={record ? errorTable(record) : null} />;
}

function Curves({ record, steps }: { record: RunRecord | undefined; steps: number | undefined }) {
  const networks = record ? measuredNetworks(record) : [];
  const shared = {
    xMax: steps ?? record?.step ?? 300,
    yDomain: [0, 1] as [number, number],
    xLabel: 'step',
    formatY: percent,
    summary: record ? takeaway(record) : 'No run yet.',
  };
  return (
    <div className="panels figure-picture">
      <LineChart
        {...shared}
        title={`Training error, mean of ${smoothingWindow} steps`}
        series={trainSeries(networks)}
      />
      <LineChart
        {...shared}
        title="Test error, on pictures never trained on"
        series={testSeries(networks)}
      />
    </div>
  );
}
