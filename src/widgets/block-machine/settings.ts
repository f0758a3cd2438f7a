import { choice, slider, type ValuesOf } from '../../figure/settings/settings.tsx';

export const pictures = 16;

/** Factor, what shrinks and the channel only choose among what a run has computed. */
export const settings = {
  factor: slider({
    ...{ label: 'Factor on F', min: 0, max: 1, step: 0.05, start: 1 },
    format: (factor) => factor.toFixed(2),
  }),
  shrinks: choice({
    label: 'The factor multiplies',
    options: [
      ['norm', 'the last γ and β'],
      ['weights', 'the conv weights'],
    ],
    start: 'norm',
  }),
  /** Numbered from 0, as everywhere but on the page. */
  picture: slider({
    ...{ label: 'Picture', min: 0, max: pictures - 1, start: 0, isMinor: true },
    format: (picture) => String(picture + 1),
  }),
  channel: slider({
    ...{ label: 'Channel', min: 0, max: 2, start: 0, isMinor: true },
    format: (channel) => String(channel + 1),
  }),
};

export type BlockSettings = ValuesOf<typeof settings>;
