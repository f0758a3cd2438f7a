import type { Answer } from '../../../contract/classify.ts';
import type { Source } from '../../../figure/frame/Frame.tsx';
import { modelSentence } from '../network/describe.ts';
import type { NetworkState } from '../network/networkStore.ts';
import { deviceLine, milliseconds } from './describe.ts';

/** Where the answer comes from: this device, which network, and how good that is. */
export function sourceOf({ inUse, known }: NetworkState, answer: Answer | undefined): Source {
  const card = inUse?.card ?? known;
  const sentences = [
    inUse && answer ? deviceLine(answer, inUse.device) : 'It runs on this device.',
    card ? modelSentence(card) : '',
    'Your picture stays on this device; nothing is uploaded.',
  ];
  return {
    kind: 'live',
    label: inUse && answer ? `Live: ${milliseconds(answer)}` : 'On this device',
    text: sentences.filter(Boolean).join(' '),
  };
}
