import { choice, type ValuesOf } from '../../figure/settings/settings.tsx';

export const settings = {
  views: choice({
    label: 'Squares to look at',
    options: [
      [12, '12'],
      [24, '24'],
      [48, '48'],
      [96, '96'],
    ],
    start: 24,
  }),
};

export type LesionSettings = ValuesOf<typeof settings>;
