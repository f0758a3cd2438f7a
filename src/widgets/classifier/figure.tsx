import { defineOwnFigure } from '../../figure/defineOwnFigure.tsx';
import { nothingAsked } from './answer/answerStore.ts';
import { Classifier } from './Classifier.tsx';
import { ClassifierView, title } from './ClassifierView.tsx';
import { noNetwork } from './network/networkStore.ts';
import type { StillState } from './stillState.ts';

const nothing = async () => undefined;
const inert = {
  ...{ show: nothing, showSample: nothing, operate: nothing, locate: nothing, change: nothing },
  ...{ stopChange: nothing, deleteKept: nothing, cancel: nothing, reset: nothing },
};

/** Says what a pretrained ResNet-34 sees in a picture of the reader's; nothing leaves the device. */
export default defineOwnFigure({
  name: 'classifier',
  title,
  Component: Classifier,
  otherQuery: 'picture=cat',
  still: ({ picture, network, answer }: StillState) => (
    <ClassifierView
      picture={picture ?? null}
      network={{ ...noNetwork, ...network }}
      answer={{ ...nothingAsked, ...answer }}
      actions={inert}
    />
  ),
  examples: () => import('./examples.ts'),
});
