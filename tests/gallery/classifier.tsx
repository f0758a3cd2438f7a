import type { ReactElement } from 'react';
import { emptyState, type ClassifierState } from '../../src/widgets/classifier/classifierStore.ts';
import { ClassifierView } from '../../src/widgets/classifier/ClassifierView.tsx';
import { answerWith, card } from '../widgets/classifier/card.ts';

const nothing = async () => undefined;
const actions = { show: nothing, showSample: nothing, cancel: nothing, reset: nothing };
const picture = {
  name: 'coffee.png',
  width: 600,
  height: 400,
  preview: { width: 600, height: 400 } as ImageBitmap, // drawn in the browser only
};
const network = { card, device: 'WebAssembly on the processor', reason: '' };
const view = (state: Partial<ClassifierState>) => (
  <ClassifierView {...emptyState} {...state} actions={actions} />
);
const answered = (...probabilities: number[]) =>
  view({ phase: 'answered', picture, network, answer: answerWith(...probabilities) });

/** Every state of the classifier that is worth seeing, and a sentence that must be in it. */
export const classifier: Record<string, { element: ReactElement; says: string }> = {
  empty: { element: view({}), says: 'Drop a picture here, or paste one' },
  'fetching the network': {
    element: view({
      phase: 'waiting',
      picture,
      waiting: { for: 'weights', receivedBytes: 3.2e6, totalBytes: 21.6e6 },
    }),
    says: 'Fetching the network: 3.2 of 21.6 MB…',
  },
  'looking at a picture': {
    element: view({ phase: 'waiting', picture, network }),
    says: 'Looking…',
  },
  sure: { element: answered(0.955, 0.03, 0.015), says: 'The network answers espresso' },
  unsure: { element: answered(0.17, 0.1, 0.09), says: 'The network is unsure.' },
  failed: {
    element: view({
      phase: 'failed',
      network,
      problem: { message: '“notes.txt” is not a picture.', remedy: 'Choose a JPEG.' },
    }),
    says: '“notes.txt” is not a picture. Choose a JPEG.',
  },
};
