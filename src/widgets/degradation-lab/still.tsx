import type { ReactElement } from 'react';
import { Frame } from '../../figure/frame/Frame.tsx';
import { LabView, title } from './LabView.tsx';
import { TrainedView, type TrainedViewProps } from './trained/TrainedView.tsx';

/** The lab in a state, or only the network that is open in it. */
export type LabStill =
  | Omit<Parameters<typeof LabView>[0], 'actions'>
  | { opened: Omit<TrainedViewProps, 'actions'> };

const nothing = () => undefined;
const settled = () => Promise.resolve();
const inert = {
  ...{ change: nothing, train: nothing, pause: nothing },
  ...{ resume: nothing, stop: nothing, reset: nothing, goOn: nothing, discard: settled },
  ...{ addFiles: settled, removeFiles: nothing, measure: nothing },
};
const inertTrained = {
  ...{ open: nothing, show: nothing, choose: nothing },
  ...{ stop: nothing, goOn: nothing },
};

/** Draws a state of the lab in which nothing can be done. */
export function still(state: LabStill): ReactElement {
  if (!('opened' in state)) return <LabView {...state} actions={inert} />;
  return (
    <Frame name="degradation-lab" title={title} tools={{ link: { query: '' } }}>
      <TrainedView {...state.opened} actions={inertTrained} />
    </Frame>
  );
}
