import { useRef, type ReactNode } from 'react';
import { unbroken } from '../lib/format.ts';
import { FigureTools } from './FigureTools.tsx';
import type { Table } from './table.ts';

interface Props {
  /** Its folder's name: a class, and the name of a download. */
  name: string;
  /** The question it answers. */
  title: string;
  phase: 'idle' | 'starting' | 'running' | 'done' | 'failed';
  controls: ReactNode;
  /** What the first button says. */
  runLabel: string;
  onRun: () => void;
  onStop: () => void;
  onReset: () => void;
  /** Where the experiment stands. */
  status: string;
  /** Whose numbers these are. */
  provenance: string;
  failure: { message: string; remedy: string } | null;
  /** What the numbers say; what to do, before there are any. */
  takeaway: string;
  table: Table | null;
  children: ReactNode;
}

/** The frame of a figure that measures when asked: question, controls, buttons, picture, answer, quiet row. */
export function LiveFigure(props: Props) {
  const { name, title, phase, controls, status, provenance, failure, takeaway, table } = props;
  const frame = useRef<HTMLDivElement>(null);
  const busy = phase === 'starting' || phase === 'running';
  return (
    <div className={`figure-frame live-figure ${name}`} ref={frame} data-phase={phase}>
      <h3 className="figure-title">{title}</h3>
      <div className="controls">{controls}</div>
      <div className="buttons">
        {busy ? (
          <button type="button" onClick={props.onStop} disabled={phase === 'starting'}>
            Stop
          </button>
        ) : (
          <button type="button" className="primary" onClick={props.onRun}>
            {phase === 'idle' ? props.runLabel : `${props.runLabel} again`}
          </button>
        )}
        <button type="button" onClick={props.onReset}>
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
      {props.children}
      <p className="takeaway" data-takeaway="">
        {unbroken(takeaway)}
      </p>
      {/* Seconds long: its start and its end are told, not every step. */}
      <p className="visually-hidden" role="status">
        {phase === 'starting' ? status : phase === 'done' ? takeaway : ''}
      </p>
      <FigureTools frame={frame} measured={{ name, table, provenance }} />
    </div>
  );
}
