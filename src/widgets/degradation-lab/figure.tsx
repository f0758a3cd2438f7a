import { defineOwnFigure } from '../../figure/defineOwnFigure.tsx';
import { DegradationLab } from './DegradationLab.tsx';
import { LabView, title } from './LabView.tsx';

const nothing = () => undefined;
const inert = {
  ...{ change: nothing, train: nothing, pause: nothing },
  ...{ resume: nothing, stop: nothing, reset: nothing },
};

/** Trains plain and residual networks live and draws their errors as they fall. */
export default defineOwnFigure({
  name: 'degradation-lab',
  title,
  Component: DegradationLab,
  otherQuery: 'preset=tiny&seed=3',
  still: (state: Omit<Parameters<typeof LabView>[0], 'actions'>) => (
    <LabView {...state} actions={inert} />
  ),
  examples: () => import('./examples.ts'),
});
