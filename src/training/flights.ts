import * as tf from '@tensorflow/tfjs-core';
import type { Device } from '../contract/device.ts';
import type { BatchTensors } from './batch.ts';
import type { Clock } from './clock.ts';
import { toResult, type Learner, type StepOptions, type StepResult } from './learner.ts';

/** What a GPU may be given before the first numbers have come back: more would only delay pausing. */
const most = { ms: 100, steps: 8 };

/** A step of one network that the device has begun. */
interface Flight {
  learner: Learner;
  step: number;
  /** Whether no other network takes this step after it. */
  endsStep: boolean;
}

interface Launched extends Flight {
  measured: tf.Tensor1D;
  values: Promise<ArrayLike<number>>;
}

/**
 * Steps that have begun and whose numbers are still to come, the oldest first. A read-back keeps a GPU waiting, so it
 * is given the next steps meanwhile; the processor has computed a step before it could be given another.
 */
export interface Flights {
  readonly count: number;
  readonly oldest: Flight | undefined;
  /** How many may be left in the air: none on a device that is slow, or is no GPU. */
  readonly allowed: number;
  start(flight: Flight, batch: BatchTensors, how: StepOptions): void;
  /** Waits for the oldest. Rejects if the device cannot tell its numbers. */
  land(): Promise<Flight & StepResult>;
  /** Waits until all have come to an end, whatever it is. */
  dispose(): Promise<void>;
}

/** @param clock of the time that steps take, launched or waited for */
export function createFlights(device: Pick<Device, 'losable'>, clock: Clock): Flights {
  const inTheAir: Launched[] = [];
  const begun = clock.total();
  let landed = 0;
  return {
    get count() {
      return inTheAir.length;
    },
    get oldest() {
      return inTheAir[0];
    },
    get allowed() {
      if (!device.losable || landed === 0) return 0;
      const msPerStep = (clock.total() - begun) / landed;
      return Math.min(most.steps, Math.floor(most.ms / msPerStep));
    },
    start(flight, batch, how) {
      clock.start();
      const measured = flight.learner.launch(batch, how);
      const values = measured.data();
      clock.stop();
      // Whoever lands it hears of it.
      values.catch(() => undefined);
      inTheAir.push({ ...flight, measured, values });
    },
    async land() {
      const { measured, values, ...flight } = inTheAir[0] as Launched;
      clock.start();
      const numbers = await values;
      clock.stop();
      inTheAir.shift();
      measured.dispose();
      landed++;
      return { ...flight, ...toResult(numbers) };
    },
    async dispose() {
      await Promise.allSettled(inTheAir.map(({ values }) => values));
      tf.dispose(inTheAir.map(({ measured }) => measured));
    },
  };
}
