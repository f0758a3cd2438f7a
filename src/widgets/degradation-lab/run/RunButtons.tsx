import type { LabActions } from './labStore.ts';
import { statusLine } from '../describe.ts';
import { isBusy, type LiveRun } from './liveRun.ts';

interface Props {
  actions: LabActions;
  live: LiveRun | null;
  blocked: boolean;
  /** What a run would download, before there is one. */
  megabytes: number;
}

/** Train, pause, resume, stop, and the run's status. */
export function RunButtons({ actions, live, blocked, megabytes }: Props) {
  const busy = live !== null && isBusy(live);
  return (
    <div className="buttons">
      {!busy && (
        <button type="button" className="primary" disabled={blocked} onClick={actions.train}>
          Train
        </button>
      )}
      {busy && live.phase !== 'paused' && (
        <button type="button" onClick={actions.pause} disabled={live.phase === 'starting'}>
          Pause
        </button>
      )}
      {busy && live.phase === 'paused' && (
        <button type="button" className="primary" onClick={actions.resume}>
          Resume
        </button>
      )}
      {busy && (
        <button type="button" onClick={actions.stop}>
          Stop
        </button>
      )}
      <span className="status" data-status="">
        {live ? statusLine(live) : !blocked && `Downloads up to ${megabytes} MB, once.`}
      </span>
    </div>
  );
}
