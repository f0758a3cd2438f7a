import type { NetworkConfig, RunConfig } from '../../../contract/runConfig.ts';
import type { MeasuredStep } from '../../../contract/training.ts';

/**
 * How fast this device trains: a step of a network costs a fixed time a layer (starting its programs) and a time for
 * each multiplication.
 */
export interface DeviceSpeed {
  msPerLayer: number;
  /** Milliseconds for a million multiply-adds of the forward pass; the backward pass's are counted in. */
  msPerMillion: number;
}

/** Milliseconds a step of all networks is expected to take, give or take a half. */
export function stepMs({ networks, recipe, data }: RunConfig, speed: DeviceSpeed): number {
  return networks.reduce((sum, network) => {
    const millions = (multiplyAdds(network, data.pictureSize) * recipe.batchSize) / 1e6;
    return sum + network.depth * speed.msPerLayer + millions * speed.msPerMillion;
  }, 0);
}

/** Steps that fill the given seconds, rounded so that they are easy to say. */
export function fittingSteps(
  config: RunConfig,
  speed: DeviceSpeed,
  { seconds, least, most }: { seconds: number; least: number; most: number },
): number {
  const steps = (1000 * seconds) / stepMs(config, speed);
  const rounding = steps > 1000 ? 250 : 50;
  return Math.min(most, Math.max(least, Math.floor(steps / rounding) * rounding));
}

/** The speed that two measured networks tell: the second has more to multiply for each layer. */
export function speedOf(small: MeasuredStep, large?: MeasuredStep): DeviceSpeed {
  const work = ({ network, pictureSize, batchSize }: MeasuredStep) =>
    (multiplyAdds(network, pictureSize) * batchSize) / 1e6;
  // A device too slow for the second spends its time on multiplying.
  if (!large) return { msPerLayer: 0, msPerMillion: small.ms / work(small) };
  const msPerMillion = Math.max(0, (large.ms - small.ms) / (work(large) - work(small)));
  const rest = small.ms - work(small) * msPerMillion;
  return { msPerLayer: Math.max(0, rest / small.network.depth), msPerMillion };
}

/**
 * Of one picture's forward pass through a CIFAR network: each 3×3 convolution but the first has width² · size² · 9,
 * since a stage halves the side and doubles the channels; the first of a later stage has half of that.
 */
function multiplyAdds({ depth, width }: Pick<NetworkConfig, 'depth' | 'width'>, size: number) {
  const one = 9 * width * width * size * size;
  return (depth - 2 - 1) * one + 27 * width * size * size;
}
