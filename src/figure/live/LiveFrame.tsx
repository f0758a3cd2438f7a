import type { ReactNode } from 'react';
import { DataTable } from '../tools/DataTable.tsx';
import { sourceOf, statusOf, type RunState } from './describeRun.ts';
import type { Tools } from '../tools/FigureTools.tsx';
import { Bar, Frame } from '../frame/Frame.tsx';
import { toCsv, type Table } from '../tools/table.ts';
import { Takeaway, textOf, type Callout } from '../frame/Takeaway.tsx';

interface Props extends RunState {
  failure: { message: string; remedy: string } | null;
  actions: { run(): void; stop(): void; reset(): void };
  name: string;
  title: string;
  /** Puts the controls around the buttons. */
  controls: (buttons: ReactNode) => ReactNode;
  /** What the first button says. */
  runLabel: string;
  /** How far the experiment is, such as `step 3 of 150`. */
  progress: string;
  /** What the numbers say. */
  takeaway: string | Callout;
  /** What stands in its place until the reader has predicted, where the recording would answer. */
  instead: string | undefined;
  /** What the controls no longer match, in a sentence; empty while they do. */
  stale: string;
  prediction: ReactNode;
  table: Table | null;
  /** Where the numbers of the table that were not measured here come from, if there are any. */
  recordedLine: string;
  /** Why a reload will lose the run, in a sentence; empty while it won't. */
  unkept: string;
  /** Writes the finished run, once there is one. */
  record: (() => string) | undefined;
  link: Tools['link'];
  saves: Tools['picture'];
  children: ReactNode;
}

/** The frame of a figure that measures when asked: picture, controls and buttons, answer, prediction. */
export function LiveFrame(props: Props) {
  const { phase, failure, actions, runLabel, takeaway, instead, table, stale } = props;
  const busy = phase === 'starting' || phase === 'running';
  const status = statusOf(props, props.progress);
  const { recordedLine } = props;
  const source =
    sourceOf(props) ??
    (recordedLine
      ? { kind: 'recorded' as const, label: 'Recorded', text: recordedLine }
      : undefined);
  const sources = [...new Set([recordedLine, source?.text])].filter(Boolean).join(' ');
  return (
    <Frame
      name={props.name}
      title={props.title}
      phase={phase}
      source={source}
      className="live-figure"
      stale={stale !== ''}
      secret={instead !== undefined}
      tools={{
        reset: actions.reset,
        link: props.link,
        busy,
        run: props.record,
        ...(table && { picture: props.saves, csv: () => toCsv(table, sources) }),
        children: <DataTable table={table} />,
      }}
    >
      <div className="figure-picture">
        {props.children}
        {stale && <p className="stale-note">{stale}</p>}
      </div>
      <Bar>
        {props.controls(
          <div className="buttons">
            {busy ? (
              <button type="button" onClick={actions.stop}>
                Stop
              </button>
            ) : (
              <button type="button" className="primary" onClick={actions.run}>
                {runLabel}
              </button>
            )}
            <span className="status" data-status="">
              {status}
            </span>
          </div>,
        )}
      </Bar>
      {failure && (
        <p className="problem" role="alert">
          {failure.message} {failure.remedy}
        </p>
      )}
      {props.unkept && (
        <p className="fine" data-unkept="">
          {props.unkept}
        </p>
      )}
      <Takeaway instead={instead}>{takeaway}</Takeaway>
      {props.prediction}
      {/* Seconds long: its start and its end are announced, not every step. */}
      <p className="visually-hidden" role="status">
        {phase === 'starting' ? status : phase === 'done' ? textOf(takeaway) : ''}
      </p>
    </Frame>
  );
}
