import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { day, percent } from '../../lib/format.ts';
import type { RunRecord } from '../../lib/runRecord.ts';
import { LineChart } from '../../ui/LineChart.tsx';
import { saveText } from '../../ui/save.ts';
import { saveDrawings } from '../../ui/saveSvg.ts';
import { Controls } from './Controls.tsx';
import { toCsv } from './csv.ts';
import { smoothingWindow, testSeries, trainSeries } from './curves.ts';
import { announcement, statusLine, takeaway } from './describe.ts';
import { createLabStore, type LabStore } from './labStore.ts';
import { fromQuery, toQuery } from './linkState.ts';
import type { LiveRun } from './liveRun.ts';
import { RunTable } from './RunTable.tsx';
import { findProblems } from './settings.ts';

interface Props {
  /** A run made earlier with the same engine, shown until the reader trains. */
  recording?: RunRecord;
}

/** Trains plain and residual networks live and draws their errors as they fall. */
export default function DegradationLab({ recording }: Props) {
  const [store] = useState(createLabStore);
  const { settings, live, kept } = useStore(store);
  const frame = useRef<HTMLDivElement>(null);
  const problems = findProblems(settings);
  const record = live?.record ?? kept ?? recording;

  useEffect(() => {
    store.change(fromQuery(location.search, store.getState().settings));
    void store.restore();
    return store.dispose;
  }, [store]);

  return (
    <div className="figure-frame degradation-lab" ref={frame} data-phase={live?.phase ?? 'idle'}>
      <h3 className="figure-title">Does a deeper network train to a lower error?</h3>
      <Controls
        settings={settings}
        problems={problems}
        disabled={live !== null && isBusy(live)}
        change={store.change}
      />
      <RunButtons store={store} live={live} blocked={Object.keys(problems).length > 0} />
      <Provenance live={live} kept={kept} recording={recording} />
      {live?.failure && (
        <p className="problem" role="alert">
          {live.failure.message} {live.failure.remedy}
          {live.record.step > 0 && ' What was computed is kept below.'}
        </p>
      )}
      {record?.networks.map(
        ({ id, divergedAt }) =>
          divergedAt !== undefined && (
            <p className="problem" role="alert" key={id}>
              {id} diverged at step {divergedAt}: its loss is no longer a number, so it was stopped.
              Try a smaller learning rate.
            </p>
          ),
      )}
      <Curves record={record} steps={live ? live.record.settings.steps : undefined} />
      <p className="takeaway" data-takeaway="">
        {record ? takeaway(record) : 'Press Train to measure.'}
      </p>
      <LiveAnnouncement live={live} />
      <Tools store={store} record={record} frame={frame} />
    </div>
  );
}

function isBusy({ phase }: LiveRun): boolean {
  return phase === 'starting' || phase === 'training' || phase === 'paused';
}

function RunButtons({
  store,
  live,
  blocked,
}: {
  store: LabStore;
  live: LiveRun | null;
  blocked: boolean;
}) {
  const busy = live !== null && isBusy(live);
  return (
    <div className="buttons">
      {!busy && (
        <button type="button" className="primary" disabled={blocked} onClick={store.train}>
          Train
        </button>
      )}
      {busy && live.phase !== 'paused' && (
        <button type="button" onClick={store.pause} disabled={live.phase === 'starting'}>
          Pause
        </button>
      )}
      {busy && live.phase === 'paused' && (
        <button type="button" className="primary" onClick={store.resume}>
          Resume
        </button>
      )}
      {busy && (
        <button type="button" onClick={store.stop}>
          Stop
        </button>
      )}
      <button type="button" onClick={store.reset}>
        Reset
      </button>
      <span className="status" data-status="">
        {live ? statusLine(live) : ''}
      </span>
    </div>
  );
}

/** Says whether the curves are live, kept from the reader's last run, or recorded for the book. */
function Provenance({
  live,
  kept,
  recording,
}: {
  live: LiveRun | null;
  kept: RunRecord | null;
  recording: RunRecord | undefined;
}) {
  if (live) {
    const { device, reason } = live.record.engine;
    return (
      <p className="provenance" data-provenance="live">
        <b>Live</b> on this device{device && `: ${device}. ${reason}`}
      </p>
    );
  }
  const record = kept ?? recording;
  if (!record) {
    return (
      <p className="provenance" data-provenance="none">
        Nothing has been measured yet.
      </p>
    );
  }
  return (
    <p className="provenance" data-provenance={kept ? 'kept' : 'recorded'}>
      <b>{kept ? 'Your last run' : 'Recorded'}</b> {kept ? 'on this device' : 'with this engine'},{' '}
      {day(record.startedAt)}: {record.engine.device}, {record.settings.pictureSize} ×{' '}
      {record.settings.pictureSize} pixels, {record.step} steps, seed {record.settings.seed}. Press
      Train for a run of your own.
    </p>
  );
}

function Curves({ record, steps }: { record: RunRecord | undefined; steps: number | undefined }) {
  const networks = record?.networks ?? [];
  const shared = {
    xMax: steps ?? record?.step ?? 300,
    yDomain: [0, 1] as [number, number],
    xLabel: 'step',
    formatY: percent,
    summary: record ? takeaway(record) : 'Nothing has been measured yet.',
  };
  return (
    <div className="panels">
      <LineChart
        {...shared}
        title={`Training error, mean of ${smoothingWindow} steps`}
        series={trainSeries(networks)}
      />
      <LineChart
        {...shared}
        title="Test error, pictures never trained on"
        series={testSeries(networks)}
      />
    </div>
  );
}

const announceEveryMs = 5000;

/** Speaks a live run to a screen reader, at most every few seconds. */
function LiveAnnouncement({ live }: { live: LiveRun | null }) {
  const [spoken, setSpoken] = useState('');
  const latest = useRef(live);
  useEffect(() => {
    latest.current = live;
  }, [live]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (latest.current) setSpoken(announcement(latest.current.record));
    }, announceEveryMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {spoken}
    </p>
  );
}

interface ToolsProps {
  store: LabStore;
  record: RunRecord | undefined;
  frame: React.RefObject<HTMLDivElement | null>;
}

/** The quiet row: numbers, full screen, link, downloads. */
function Tools({ store, record, frame }: ToolsProps) {
  const [copied, setCopied] = useState(false);
  const copyLink = async () => {
    const url = new URL(location.href);
    url.search = toQuery(store.getState().settings);
    url.hash = 'degradation-lab';
    await navigator.clipboard.writeText(url.href);
    setCopied(true);
  };
  return (
    <div className="tools">
      <details>
        <summary>Data table</summary>
        {record && record.step > 0 ? <RunTable record={record} /> : <p>No numbers yet.</p>}
      </details>
      <button type="button" onClick={() => void frame.current?.requestFullscreen()}>
        Full screen
      </button>
      <button type="button" onClick={() => void copyLink()}>
        {copied ? 'Link copied' : 'Copy link'}
      </button>
      {record && record.step > 0 && (
        <>
          <button
            type="button"
            onClick={() => saveText('degradation-lab.csv', 'text/csv', toCsv(record))}
          >
            Download CSV
          </button>
          <button
            type="button"
            onClick={() => frame.current && saveDrawings(frame.current, 'degradation-lab.svg')}
          >
            Download SVG
          </button>
        </>
      )}
    </div>
  );
}
