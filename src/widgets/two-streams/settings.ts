import { buttons, type ValuesOf } from '../../figure/settings/settings.tsx';
import { whichNetwork } from '../../figure/settings/whichNetwork.ts';

export const settings = {
  design: buttons({
    label: 'Blocks of the ResNet',
    options: [
      ['original', 'Original block'],
      ['pre-activation', 'Pre-activation'],
    ],
    start: 'original',
  }),
  network: whichNetwork('Transformer'),
};

export type StreamsSettings = ValuesOf<typeof settings>;
