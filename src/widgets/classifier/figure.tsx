import { defineOwnFigure } from '../../figure/defineOwnFigure.tsx';
import { nothingAsked } from './answer/answerStore.ts';
import { options, question } from './answer/prediction.ts';
import { Classifier } from './Classifier.tsx';
import { ClassifierView, title } from './ClassifierView.tsx';
import { noNetwork } from './network/networkStore.ts';
import type { StillState } from './stillState.ts';

const nothing = async () => undefined;
const inert = {
  ...{ show: nothing, showSample: nothing, operate: nothing, locate: nothing, change: nothing },
  ...{ nameClasses: nothing, showDragged: nothing, want: nothing },
  ...{ stopChange: nothing, deleteKept: nothing, cancel: nothing, reset: nothing },
};

/** Says what a pretrained ResNet-34 sees in a picture of the reader's; nothing leaves the device. */
export default defineOwnFigure({
  name: 'classifier',
  title,
  Component: Classifier,
  otherQuery: 'picture=cat',
  asks: { question, options },
  rehearse: async (rehearsing) => (await import('./rehearse.ts')).rehearse(rehearsing),
  still: ({ picture, network, answer }: StillState) => (
    <ClassifierView
      picture={picture ?? null}
      network={{ ...noNetwork, ...network }}
      answer={{ ...nothingAsked, ...answer }}
      actions={inert}
    />
  ),
  notes: {
    shows:
      'A ResNet-34 names what it sees in your picture, and you see what happens when you remove blocks from it.',
    demonstrate:
      'Photograph the room, or use one of the samples. Then remove a branch and watch the answer change.',
    takes:
      'The network, 22 MB, is downloaded once and kept by the browser. The large one, 87 MB, comes from another site, and only if you ask for it.',
    state: { query: 'picture=cat', says: 'the picture of a cat' },
  },
  examples: () => import('./examples.ts'),
});
