import type { FigureExamples } from '../../figure/defineFigure.tsx';
import { forgottenProjection, presets, type BlockSettings } from './block.ts';

const of = (id: string) =>
  (presets.find((preset) => preset.id === id) ?? forgottenProjection).settings;
const downsampling = of('downsampling');

/** Every state of the shape workshop that is worth seeing, and words that must be in it. */
export const examples: FigureExamples<BlockSettings> = {
  'identity block': { settings: of('identity-block'), says: 'The shape stays [2, 64, 56, 56]' },
  'downsampling with B': {
    settings: downsampling,
    says: 'Of its 230,144 parameters the branch has 221,696 and the shortcut 8,448.',
  },
  'downsampling with A': {
    settings: { ...downsampling, option: 'A' },
    says: 'zeros up to 128 channels',
  },
  'forgotten projection': {
    settings: of('forgotten-projection'),
    says: 'The size of tensor a (28) must match the size of tensor b (56) at non-singleton dimension 3',
  },
  'conv2 left as it was': {
    settings: of('unchanged-conv2'),
    says: 'conv2 is made for 64 channels and gets 128. Set its In to 128.',
  },
  'a kernel too large': {
    settings: { ...downsampling, size: 2, conv1: { ...downsampling.conv1, kernel: 7 } },
    says: 'Kernel size: (7 x 7)',
  },
  'an axis stretched': {
    settings: { ...downsampling, projection: { ...downsampling.projection, outChannels: 1 } },
    says: 'the shortcut has size 1 in dimension 1',
  },
};
