import { useEffect, useSyncExternalStore, type RefObject } from 'react';
import { useMirrored } from '../../../figure/mirror/useMirrored.ts';
import { wantsLessMotion, watchMotion } from '../../../lib/motion.ts';
import { replaySeconds, scrubberUnit, stepAfter, strideOf } from './replay.ts';
import { useIsSeen } from './useIsSeen.ts';

/** Runs played again: where they stand, and what a reader can do. */
export interface Replay {
  /** The step up to which they are shown, or null for all of them. */
  at: number | null;
  isPlaying: boolean;
  /** Of the whole replay. */
  seconds: number;
  /** Steps that one press goes on by under reduced motion; 0 where it plays. */
  stride: number;
  /** Plays or pauses; under reduced motion it goes on by some steps. */
  press: () => void;
  seek: (step: number) => void;
  /** Plays from the first step on; under reduced motion it shows the end. */
  start: () => void;
  /** Whether another window plays it, and this one shows where it is. */
  isFollower: () => boolean;
}

/** Drawn no more often than this, in milliseconds. */
const drawEveryMs = 30;
/** A page that did not draw for longer, as a hidden one does not, goes on where it was. */
const longestPauseMs = 200;

/**
 * The replay of runs of so many steps: it opens at their end, and goes back there when `whose` names other runs.
 * It goes on only where `stage` is seen.
 */
export function useReplay(whose: string, steps: number, stage: RefObject<Element | null>): Replay {
  const end = { whose, at: null as number | null, isPlaying: false };
  const { value: kept, set, get, isFollower } = useMirrored('degradation-lab replay', end);
  const now = kept.whose === whose ? kept : end;
  const lessMotion = useLessMotion();
  const { isPlaying } = now;
  const isSeen = useIsSeen(stage);

  useEffect(() => {
    if (!isPlaying || !isSeen || lessMotion) return;
    let drawnAt = performance.now();
    let frame = requestAnimationFrame(function draw(time) {
      frame = requestAnimationFrame(draw);
      const passed = Math.min(time - drawnAt, longestPauseMs);
      if (passed < drawEveryMs) return;
      drawnAt = time;
      const last = get();
      if (last.at === null || isFollower()) return;
      const at = stepAfter(last.at, passed, steps);
      set(at >= steps ? { ...last, at: null, isPlaying: false } : { ...last, at });
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, isSeen, lessMotion, steps, set, get, isFollower]);

  const stride = lessMotion ? strideOf(steps) : 0;
  const press = () => {
    if (stride > 0) {
      const at = (now.at ?? 0) + stride;
      set({ whose, at: at >= steps ? null : at, isPlaying: false });
    } else set({ whose, at: now.at ?? 0, isPlaying: !isPlaying });
  };
  const seek = (step: number) => {
    // The scrubber's last place may be short of the last step.
    const isEnd = step > steps - scrubberUnit(steps);
    set({ whose, at: isEnd ? null : step, isPlaying: isPlaying && !isEnd });
  };
  const start = () => set({ whose, at: stride > 0 ? null : 0, isPlaying: stride === 0 });
  return {
    ...{ at: now.at, isPlaying, seconds: replaySeconds(steps), stride },
    ...{ press, seek, start, isFollower },
  };
}

function useLessMotion(): boolean {
  return useSyncExternalStore(watchMotion, wantsLessMotion, () => false);
}
