import { defineOwnFigure } from '../../figure/defineOwnFigure.tsx';
import { Classifier } from './Classifier.tsx';
import { emptyState, type ClassifierState } from './classifierStore.ts';
import { ClassifierView } from './ClassifierView.tsx';

const nothing = async () => undefined;
const inert = {
  ...{ show: nothing, showSample: nothing, operate: nothing, locate: nothing, change: nothing },
  ...{ want: nothing, stopChange: nothing, cancel: nothing, reset: nothing },
};

/** Says what a pretrained ResNet-34 sees in a picture of the reader's; nothing leaves the device. */
export default defineOwnFigure({
  name: 'classifier',
  title: 'What does a ResNet-34 see in your picture?',
  Component: Classifier,
  otherQuery: 'picture=cat',
  still: (state: Partial<ClassifierState>) => (
    <ClassifierView {...emptyState} {...state} actions={inert} />
  ),
  examples: () => import('./examples.ts'),
});
