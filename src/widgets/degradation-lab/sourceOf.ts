import type { RunRecord } from '../../contract/runRecord.ts';
import type { Source } from '../../figure/frame/Frame.tsx';
import { day, grouped } from '../../lib/format.ts';
import { saySeeds, type Shown } from './shown.ts';

/** Whether the curves are live, kept from the reader's last run, from files or recorded for the book; and what made them. */
export function sourceOf({ runs, from }: Shown): Source | undefined {
  const [first] = runs;
  if (!first) return undefined;
  const { device, reason } = first.engine;
  if (from === 'live') {
    const text = `Trained live on this device${device && `: ${device}. ${reason}`}`;
    return { kind: 'live', label: 'Live', text };
  }
  const date = day(first.startedAt);
  const made = `${date}: ${device}, ${runsText(runs, first)}.`;
  const several = runs.length > 1 ? `, ${runs.length} seeds` : '';
  if (from === 'recorded')
    return {
      kind: 'recorded',
      label: `Recorded ${date}${several}`,
      text: `Recorded with this chapter’s own engine on ${made}`,
    };
  return from === 'kept'
    ? {
        kind: 'kept',
        label: `Your last run${several}`,
        text: `Your last run on this device, from ${made}`,
      }
    : {
        kind: 'kept',
        label: `From files${several}`,
        text: `From files; the first is from ${made}`,
      };
}

function runsText(runs: readonly RunRecord[], { step, config }: RunRecord): string {
  const { recipe, data } = config;
  const steps =
    step === recipe.steps
      ? `${grouped(step)} steps`
      : `${grouped(step)} of ${grouped(recipe.steps)} steps (the run ended early)`;
  return `${data.pictureSize} × ${data.pictureSize} pixels, ${steps}, ${saySeeds(runs)}`;
}
