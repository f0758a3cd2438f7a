import type { StartedCandidate } from './startedCandidate.ts';
import { median } from './result.ts';

export interface Timing<Name> {
  /** Milliseconds a step, one value a round. */
  stepMs: Map<Name, number[]>;
  /** The largest difference between two candidates' losses of one early step, relative to the loss. */
  lossDifference: number;
}

const warmUpSteps = 2;
const maxStepsInARow = 50;

/** Lets candidates take turns for some rounds, each for about `turnMs` at a time and at least a step. */
export async function runComparison<Name>(
  candidates: Map<Name, StartedCandidate>,
  rounds: number,
  turnMs: number,
): Promise<Timing<Name>> {
  const stepsInARow = new Map<Name, number>();
  const losses: number[][] = [];
  for (const [name, candidate] of candidates) {
    const warmUp = await candidate.run(warmUpSteps);
    losses.push(warmUp.losses);
    const steps = Math.round(turnMs / warmUp.stepMs.at(-1)!);
    stepsInARow.set(name, Math.min(Math.max(steps, 1), maxStepsInARow));
  }

  const stepMs = new Map([...candidates.keys()].map((name): [Name, number[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // There and back, so that a machine that slows down or warms up favours nobody.
    const order = round % 2 === 0 ? [...candidates] : [...candidates].reverse();
    for (const [name, candidate] of order) {
      const steps = stepsInARow.get(name)!;
      const { ms } = await candidate.run(steps);
      stepMs.get(name)!.push(ms / steps);
    }
  }
  return { stepMs, lossDifference: compareLosses(losses) };
}

function compareLosses(losses: number[][]): number {
  const differences = Array.from({ length: warmUpSteps }, (_, step) => {
    const values = losses.map((own) => own[step]!);
    return (Math.max(...values) - Math.min(...values)) / median(values);
  });
  // Math.max would pass over NaN only if it came first.
  return differences.every(Number.isFinite) ? Math.max(...differences) : NaN;
}
