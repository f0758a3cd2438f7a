import type { CifarNetworkOptions } from '../../../src/models/cifar.ts';
import type { Workload } from './protocol.ts';

/** How every candidate trains. */
export const optimiserSettings = { learningRate: 0.05, momentum: 0.9, weightDecay: 1e-4 };

/** The network that every candidate trains, with the weights it starts from. */
export function networkOptions({ depth, width }: Workload): CifarNetworkOptions {
  return { kind: 'residual', depth, width, shortcut: 'A', seed: 1 };
}
