import type { TrainEvent } from '../../src/contract/training.ts';
import type { Device } from '../../src/contract/device.ts';

/** Never lost, as the processor. */
export const processor: Device = {
  losable: false,
  isLost: () => false,
  recover: (error) => Promise.reject(error),
};

/** A device that `lose` loses, and that starts again. */
export function graphics() {
  let lost = false;
  const device: Device = {
    losable: true,
    isLost: () => lost,
    recover() {
      lost = false;
      return Promise.resolve({ backend: 'webgl', device: 'Again', reason: 'It was lost.' });
    },
  };
  return { device, lose: () => void (lost = true) };
}

/** What a reader is left with of a run's numbers: those that were taken back are gone. */
export function kept(events: TrainEvent[]): string[] {
  let lines: { step: number; line: string }[] = [];
  for (const event of events) {
    if (event.type === 'rolledBack') {
      lines = lines.filter(({ step }) => step < event.resumedFrom);
    } else if (event.type === 'step') {
      const { network, step, loss, trainError } = event;
      lines.push({ step, line: `${step} ${network} ${loss} ${trainError}` });
    } else if (event.type === 'measurement') {
      const { network, step, testError } = event;
      lines.push({ step, line: `${step} ${network} test ${testError}` });
    }
  }
  return lines.map(({ line }) => line);
}
