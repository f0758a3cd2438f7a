import type { Recipe } from '../contract/runConfig.ts';

/**
 * The learning rate of a step (1, 2, …) by the run's schedule. The warm-up rises to the full rate at its last step;
 * the decay counts all steps, the warm-up's among them.
 */
export function learningRateAt(
  step: number,
  { learningRate, steps, schedule: { warmUp, decay } }: Recipe,
): number {
  if (step <= warmUp) return (learningRate * step) / warmUp;
  const done = (step - 1) / steps;
  switch (decay) {
    case 'none':
      return learningRate;
    case 'steps':
      return learningRate * (done < 0.5 ? 1 : done < 0.75 ? 0.1 : 0.01);
    case 'cosine':
      return (learningRate * (1 + Math.cos(Math.PI * done))) / 2;
  }
}
