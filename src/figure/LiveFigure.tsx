import { useRef, type ReactNode } from 'react';
import { unbroken } from '../lib/format.ts';
import type { Link } from './CopyLink.tsx';
import { DataTable } from './DataTable.tsx';
import { provenanceOf, statusOf, type RunState } from './describeRun.ts';
import { FigureTools } from './FigureTools.tsx';
import { toCsv, type Table } from './table.ts';

interface Props extends RunState {
  failure: { message: string; remedy: string } | null;
  actions: { run(): void; stop(): void; reset(): void };
  /** Its folder's name: a class, its anchor, and the name of a download. */
  name: string;
  /** The question it answers. */
  title: string;
  controls: ReactNode;
  /** What the first button says. */
  runLabel: string;
  /** How far the experiment is, such as `step 3 of 150`. */
  progress: string;
  /** What the numbers say; what to do, before there are any. */
  takeaway: string;
  table: Table | null;
  /** Whose numbers those of the table are that were not measured here, if there are any. */
  recorded?: string;
  link: Link;
  /** What its picture is made of. */
  picture: 'drawing' | 'pixels';
  children: ReactNode;
}

/** The frame of a figure that measures when asked: question, controls, buttons, picture, answer, quiet row. */
export function LiveFigure(props: Props) {
  const { name, title, phase, failure, actions, controls, runLabel, takeaway, table } = props;
  const frame = useRef<HTMLDivElement>(null);
  const busy = phase === 'starting' || phase === 'running';
  const status = statusOf(props, props.progress);
  const provenance = provenanceOf(props);
  const recorded = props.recorded ? `${props.recorded} ` : '';
  return (
    <div className={`figure-frame live-figure ${name}`} ref={frame} data-phase={phase}>
      <h3 className="figure-title">{title}</h3>
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
      <p className="takeaway" data-takeaway="">
        {unbroken(takeaway)}
      </p>
      {/* Seconds long: its start and its end are told, not every step. */}
      <p className="visually-hidden" role="status">
        {phase === 'starting' ? status : phase === 'done' ? takeaway : ''}
      </p>
      <FigureTools
        frame={frame}
        name={name}
        link={props.link}
        picture={table ? props.picture : undefined}
        csv={table ? () => toCsv(table, `${recorded}${provenance}`) : undefined}
        busy={busy}
      >
        <DataTable table={table} />
      </FigureTools>
    </div>
  );
}
