import { defineOwnFigure } from '../../figure/defineOwnFigure.tsx';
import { Frame } from '../../figure/frame/Frame.tsx';
import { DegradationLab } from './DegradationLab.tsx';
import { LabView, title } from './LabView.tsx';
import { TrainedView, type TrainedViewProps } from './trained/TrainedView.tsx';

const nothing = () => undefined;
const inert = {
  ...{ change: nothing, train: nothing, pause: nothing },
  ...{ resume: nothing, stop: nothing, reset: nothing, goOn: nothing, discard: nothing },
  ...{ addFiles: () => Promise.resolve(), removeFiles: nothing, measure: nothing },
};

const inertTrained = {
  open: nothing,
  show: nothing,
  choose: nothing,
  stop: nothing,
  goOn: nothing,
};

/** The lab, or only the network that is open in it. */
export type LabStill =
  Omit<Parameters<typeof LabView>[0], 'actions'> | { opened: Omit<TrainedViewProps, 'actions'> };

/** Trains plain and residual networks live and draws their errors as they fall. */
export default defineOwnFigure({
  name: 'degradation-lab',
  title,
  Component: DegradationLab,
  otherQuery: 'preset=tiny&seed=3&steps=300',
  still: (state: LabStill) =>
    'opened' in state ? (
      <Frame name="degradation-lab" title={title} tools={{ link: { query: '' } }}>
        <TrainedView {...state.opened} actions={inertTrained} />
      </Frame>
    ) : (
      <LabView {...state} actions={inert} />
    ),
  notes: {
    shows:
      'Train plain and residual networks of two depths side by side on CIFAR-10, and watch their training and test errors.',
    demonstrate:
      'Four nameless curves, recorded: ask which of the four networks each one is, and let the room vote before the names appear. Then train them side by side.',
    takes:
      'Opens with a recorded run. Live, the small size takes a minute or two without a GPU; the tiny size is the fastest. You can pause and resume.',
    state: { query: 'preset=tiny', says: 'the tiny size' },
  },
  examples: () => import('./examples.ts'),
});
