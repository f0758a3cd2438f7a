import type { ReactNode, Ref } from 'react';
import { grouped } from '../../../lib/format.ts';
import { scrubberUnit } from './replay.ts';
import type { Replay } from './useReplay.ts';

interface Props {
  ref: Ref<HTMLDivElement>;
  replay: Replay;
  /** Steps of the runs that are shown, or of the one that is being trained. */
  steps: number;
  /** Finished so far. */
  step: number;
  /** A run that is being trained cannot be replayed: its progress is shown instead. */
  isLive: boolean;
  /** Controls of what is drawn. */
  children: ReactNode;
}

/** Plays recorded or finished runs again, and moves through them; beside it, what is drawn. */
export function ReplayBar({ ref, replay, steps, step, isLive, children }: Props) {
  const shown = Math.round(replay.at ?? step);
  const says = `step ${grouped(shown)} of ${grouped(steps)}`;
  return (
    <div className="replay-bar" ref={ref}>
      <button type="button" className="play" disabled={isLive || step === 0} onClick={replay.press}>
        {nameOf(replay)}
      </button>
      <label className="scrubber">
        <span className="visually-hidden">Step shown</span>
        <input
          type="range"
          min={0}
          max={steps}
          step={scrubberUnit(steps)}
          value={shown}
          disabled={isLive || step === 0}
          aria-valuetext={says}
          onChange={({ target }) => replay.seek(Number(target.value))}
        />
      </label>
      <output className="replay-step">{says}</output>
      <div className="view-options">{children}</div>
    </div>
  );
}

function nameOf({ at, isPlaying, seconds, stride }: Replay): string {
  if (stride > 0)
    return at === null ? `Replay by ${grouped(stride)} steps` : `Next ${grouped(stride)} steps`;
  if (isPlaying) return 'Pause replay';
  return at === null ? `Replay in ${seconds} s` : 'Continue replay';
}
