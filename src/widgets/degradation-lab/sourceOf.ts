import type { RunRecord } from '../../contract/runRecord.ts';
import type { Source } from '../../figure/frame/Frame.tsx';
import { day } from '../../lib/format.ts';
import type { Shown } from './shown.ts';

/** Whether the curves are live, kept from the reader's last run, or recorded for the book; and what made them. */
export function sourceOf({ record, from }: Shown): Source {
  const { device, reason } = record.engine;
  if (from === 'live') {
    const text = `Trained live on this device${device && `: ${device}. ${reason}`}`;
    return { kind: 'live', label: 'Live', text };
  }
  const made = `${day(record.startedAt)}: ${device}, ${runText(record)}.`;
  return from === 'kept'
    ? { kind: 'kept', label: 'Your last run', text: `Your last run on this device, from ${made}` }
    : {
        kind: 'recorded',
        label: `Recorded ${day(record.startedAt)}`,
        text: `Recorded with this chapter’s own engine on ${made} Press Train to start your own run.`,
      };
}

function runText({ step, config: { recipe, data } }: RunRecord): string {
  const steps =
    step === recipe.steps
      ? `${step} steps`
      : `${step} of ${recipe.steps} steps (the run ended early)`;
  return `${data.pictureSize} × ${data.pictureSize} pixels, ${steps}, seed ${recipe.seed}`;
}
