import { buttons, type ValuesOf } from '../../figure/settings/settings.tsx';

export const settings = {
  view: buttons({
    label: 'What is taken away',
    options: [
      ['removed', 'Sublayers'],
      ['steered', 'Vectors'],
    ],
    start: 'removed',
  }),
};

export type NetworksSettings = ValuesOf<typeof settings>;
