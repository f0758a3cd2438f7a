import { day } from '../../lib/format.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { LiveRun } from './liveRun.ts';

/** Says whether the curves are live, kept from the reader's last run, or recorded for the book. */
export function Provenance({
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
        No run yet.
      </p>
    );
  }
  const size = record.config.data.pictureSize;
  return (
    <p className="provenance" data-provenance={kept ? 'kept' : 'recorded'}>
      <b>{kept ? 'Your last run' : 'Recorded'}</b>{' '}
      {kept ? 'on this device, from' : 'with this chapter’s own engine on'} {day(record.startedAt)}:{' '}
      {record.engine.device}, {size} × {size} pixels, {stepsOf(record)}, seed{' '}
      {record.config.recipe.seed}. Press Train to start your own run.
    </p>
  );
}

function stepsOf({ step, config: { recipe } }: RunRecord): string {
  if (step === recipe.steps) return `${step} steps`;
  return `${step} of ${recipe.steps} steps (the run ended early)`;
}
