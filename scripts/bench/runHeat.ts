import type { RacerName } from './heats.ts';
import type { Racer } from './racer.ts';
import { median } from './result.ts';

export interface Timing {
  /** Milliseconds a step, one value a round. */
  stepMs: Map<RacerName, number[]>;
  /** The largest difference between two racers' losses of one early step, relative to the loss. */
  lossDifference: number;
}

const warmUpSteps = 2;
const maxStepsInARow = 50;

/** Lets racers take turns for some rounds, each for about `turnMs` at a time and at least a step. */
export async function runHeat(
  racers: Map<RacerName, Racer>,
  rounds: number,
  turnMs: number,
): Promise<Timing> {
  const stepsInARow = new Map<RacerName, number>();
  const losses: number[][] = [];
  for (const [name, racer] of racers) {
    const warmUp = await racer.run(warmUpSteps);
    losses.push(warmUp.losses);
    const steps = Math.round(turnMs / warmUp.stepMs.at(-1)!);
    stepsInARow.set(name, Math.min(Math.max(steps, 1), maxStepsInARow));
  }

  const stepMs = new Map([...racers.keys()].map((name): [RacerName, number[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // There and back, so that a machine that slows down or warms up favours nobody.
    const order = round % 2 === 0 ? [...racers] : [...racers].reverse();
    for (const [name, racer] of order) {
      const steps = stepsInARow.get(name)!;
      const { ms } = await racer.run(steps);
      stepMs.get(name)!.push(ms / steps);
    }
  }
  return { stepMs, lossDifference: compareLosses(losses) };
}

function compareLosses(losses: number[][]): number {
  const differences = Array.from({ length: warmUpSteps }, (_, step) => {
    const values = losses.map((racer) => racer[step]!);
    return (Math.max(...values) - Math.min(...values)) / median(values);
  });
  // Math.max would pass over NaN only if it came first.
  return differences.every(Number.isFinite) ? Math.max(...differences) : NaN;
}
