import type { ReactNode } from 'react';
import { DataTable } from './DataTable.tsx';
import { provenanceOf, statusOf, type RunState } from './describeRun.ts';
import type { Tools } from './FigureTools.tsx';
import { Frame, Takeaway } from './Frame.tsx';
import { toCsv, type Table } from './table.ts';

interface Props extends RunState {
  failure: { message: string; remedy: string } | null;
  actions: { run(): void; stop(): void; reset(): void };
  name: string;
  title: string;
  controls: ReactNode;
  /** What the first button says. */
  runLabel: string;
  /** How far the experiment is, such as `step 3 of 150`. */
  progress: string;
  /** What the numbers say; what to do, before there are any. */
  takeaway: string;
  table: Table | null;
  /** Where the numbers of the table that were not measured here come from, if there are any. */
  recorded: string;
  link: Tools['link'];
  saves: Tools['picture'];
  children: ReactNode;
}

/** The frame of a figure that measures when asked: controls, buttons, picture, answer. */
export function LiveFrame(props: Props) {
  const { name, title, phase, failure, actions, controls, runLabel, takeaway, table } = props;
  const busy = phase === 'starting' || phase === 'running';
  const status = statusOf(props, props.progress);
  const provenance = provenanceOf(props);
  const sources = [props.recorded, provenance].filter(Boolean).join(' ');
  return (
    <Frame
      name={name}
      title={title}
      phase={phase}
      className="live-figure"
      tools={{
        link: props.link,
        busy,
        ...(table && { picture: props.saves, csv: () => toCsv(table, sources) }),
        children: <DataTable table={table} />,
      }}
    >
      <div className="figure-side">
        <div className="controls">{controls}</div>
        <div className="buttons">
          {busy ? (
            <button type="button" onClick={actions.stop} disabled={phase === 'starting'}>
              Stop
            </button>
          ) : (
            <button type="button" className="primary" onClick={actions.run}>
              {phase === 'idle' ? runLabel : `${runLabel} again`}
            </button>
          )}
          <button type="button" onClick={actions.reset}>
            Reset
          </button>
          <span className="status" data-status="">
            {status}
          </span>
        </div>
        <p className="provenance" data-provenance={phase === 'idle' ? 'none' : 'live'}>
          {provenance}
        </p>
        {failure && (
          <p className="problem" role="alert">
            {failure.message} {failure.remedy}
          </p>
        )}
      </div>
      <div className="figure-picture">{props.children}</div>
      <Takeaway>{takeaway}</Takeaway>
      {/* Seconds long: its start and its end are announced, not every step. */}
      <p className="visually-hidden" role="status">
        {phase === 'starting' ? status : phase === 'done' ? takeaway : ''}
      </p>
    </Frame>
  );
}
