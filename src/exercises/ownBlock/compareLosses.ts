import type { OwnRun } from './ownRun.ts';

/** So many first losses are compared, and may differ by this share: another order of additions rounds differently. */
const compared = 50;
const tolerance = 0.01;
/** The mean of so many last losses is told. */
const last = 20;

/** How the reader's block trains beside the reference, in a sentence or two, from the losses. */
export function compareLosses({ losses, divergedAt, phase }: OwnRun): string {
  if (divergedAt !== undefined)
    return `With your block the loss is no longer a number at step ${divergedAt}: the network has diverged.`;
  const steps = Math.min(losses.own.length, losses.reference.length);
  if (steps === 0) return '';
  const gaps = losses.own
    .slice(0, Math.min(steps, compared))
    .map((loss, i) => Math.abs(loss - (losses.reference[i] ?? NaN)) / (losses.reference[i] ?? NaN));
  const apart = gaps.findIndex((gap) => gap > tolerance);
  if (apart >= 0) {
    const [own, reference] = [losses.own, losses.reference].map((all) =>
      mean(all.slice(0, steps).slice(-last)).toFixed(2),
    );
    return `The losses differ by more than 1 % from step ${apart + 1} on: your block does not compute what the reference does. Over the last ${Math.min(last, steps)} steps yours is ${own ?? ''} on average, the reference’s ${reference ?? ''}.`;
  }
  const widest = Math.max(...gaps);
  const says =
    widest === 0
      ? 'the losses are the same to the last digit'
      : `the losses differ by at most ${Number((widest * 100).toPrecision(1))} %`;
  if (steps < compared)
    return `${phase === 'training' ? 'So far, after' : 'After'} ${steps} steps, ${says}.`;
  return `In the first ${compared} steps ${says}: your block trains as the reference does.`;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
