import { defineOwnFigure } from '../../figure/defineOwnFigure.tsx';
import { asksOf } from '../../figure/prediction/predictions.ts';
import { DegradationLab } from './DegradationLab.tsx';
import { title } from './LabView.tsx';
import { prediction } from './prediction.ts';
import { still } from './still.tsx';

/** Trains plain and residual networks live and draws their errors as they fall. */
export default defineOwnFigure({
  name: 'degradation-lab',
  title,
  Component: DegradationLab,
  asks: asksOf(prediction),
  otherQuery: 'preset=tiny&seed=3&steps=300',
  rehearse: async (rehearsing) => (await import('./rehearse.ts')).rehearse(rehearsing),
  still,
  notes: {
    shows:
      'Train plain and residual networks of two depths side by side on CIFAR-10, and watch their training and test errors.',
    demonstrate:
      'Four nameless curves, recorded: ask which of the four networks each one is, and let the room vote before the names appear. Then replay them, or train your own over them.',
    takes:
      'Opens with recorded runs, which it replays in 40 seconds. Live, Quick takes about a minute and Lecture about three, fitted to the device; you can pause and resume.',
    state: { query: 'preset=tiny', says: 'the tiny size' },
  },
  examples: () => import('./examples.ts'),
});
