import type { Device } from '../contract/device.ts';

/** Steps whose middle time counts. */
const timed = 3;
/** The first steps tell nothing of those that follow: code is compiled in them, and kernels written down. */
const first = 3;
/** Steps after which the other way is tried again. */
const leastPause = 20;
/** The share of the time that trials may waste: after one that was slow the pause is longer. */
const mayWaste = 0.05;
/** How much less time than one thread several must take. */
const worthIt = 0.95;
/** A trial ends with the first step that takes so many times as long: it may be ten times, on a busy processor. */
const hopeless = 2;

/**
 * Has steps computed by all threads or by one, whichever was the faster lately: beside other programs, or where two
 * threads are one core's, several may be slower than one, and nothing but the time tells. The numbers are the same.
 */
export interface Sharing {
  /** Hears how long the last step took, in milliseconds, and says how the next is computed. */
  took(ms: number): void;
}

export function createSharing(device: Pick<Device, 'shareWork'>): Sharing {
  let isShared = false;
  /** What the last steps took that were computed in this way. */
  let times: number[] = [];
  let steps = 0;
  let pause = first + timed;
  /** What the other way took, while this one is on trial against it. */
  let toBeat: number | undefined;
  /** What this trial has taken beyond that, in milliseconds. */
  let wasted = 0;

  const compute = (shared: boolean) => {
    isShared = shared;
    times = [];
    steps = 0;
    device.shareWork?.(shared);
  };
  compute(isShared);
  const settle = (shared: boolean, usual: number) => {
    pause = Math.max(leastPause, wasted / mayWaste / usual);
    toBeat = undefined;
    wasted = 0;
    compute(shared);
  };

  return {
    took(ms) {
      times = [...times, ms].slice(-timed);
      steps++;
      if (toBeat !== undefined) {
        wasted += ms - toBeat;
        if (ms > hopeless * toBeat) return settle(!isShared, toBeat);
      }
      if (steps < (toBeat === undefined ? pause : timed)) return;
      const usual = times.sort((a, b) => a - b)[Math.floor(timed / 2)] as number;
      if (toBeat === undefined) {
        toBeat = usual;
        return compute(!isShared);
      }
      const sharedIsFaster = isShared ? usual < worthIt * toBeat : toBeat < worthIt * usual;
      settle(sharedIsFaster, sharedIsFaster === isShared ? usual : toBeat);
    },
  };
}
