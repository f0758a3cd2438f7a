import type { NetworkConfig } from '../../src/contract/runConfig.ts';
import { createRng } from '../../src/lib/rng.ts';
import { CifarNetwork } from '../../src/models/cifar.ts';
import { BatchNorm2d } from '../../src/nn/batchnorm2d.ts';
import { Identity } from '../../src/nn/identity.ts';
import { initialise } from '../../src/nn/initialise.ts';
import { namedTensors } from '../../src/nn/module.ts';

/** The weights of a network that has learnt nothing, but in which every number counts: statistics and shifts, too. */
export function valuesOf({ batchNorm, ...shape }: NetworkConfig, seed = 1): Float32Array[] {
  const network = new CifarNetwork({ ...shape, normLayer: batchNorm ? BatchNorm2d : Identity });
  initialise(network, seed);
  const rng = createRng(seed, 'trained');
  const values = namedTensors(network).map(([key, tensor]) => {
    const drawn = Float32Array.from(tensor.dataSync());
    if (tensor.rank !== 1) return drawn;
    const isScale = key.endsWith('running_var') || /bn\d?\.weight$/.test(key);
    return drawn.map(() => (isScale ? 0.5 + rng.next() : 0.3 * rng.normal()));
  });
  network.dispose();
  // A checkpoint goes on with the optimiser's velocities.
  return [...values, Float32Array.of(7)];
}

/** The networks of a trained network's tests: every kind of block and shortcut. */
export function everyKind(shape: Pick<NetworkConfig, 'depth' | 'width'>): NetworkConfig[] {
  const common = { ...shape, lastScale: 1 };
  const residual = { ...common, kind: 'residual', batchNorm: true } as const;
  return [
    { id: 'plain', ...residual, kind: 'plain', shortcut: 'A', preActivation: false },
    {
      id: 'plain, no norm',
      ...common,
      kind: 'plain',
      shortcut: 'A',
      preActivation: false,
      batchNorm: false,
    },
    { id: 'residual A', ...residual, shortcut: 'A', preActivation: false },
    { id: 'residual B', ...residual, shortcut: 'B', preActivation: false },
    {
      id: 'residual B, no norm',
      ...residual,
      shortcut: 'B',
      preActivation: false,
      batchNorm: false,
    },
    { id: 'pre-activation A', ...residual, shortcut: 'A', preActivation: true },
    { id: 'pre-activation B', ...residual, shortcut: 'B', preActivation: true },
  ];
}
