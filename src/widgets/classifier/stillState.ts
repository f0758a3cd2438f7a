import type { AnswerState } from './answer/answerStore.ts';
import type { NetworkState } from './network/networkStore.ts';
import type { ShownPicture } from './picture/pictureStore.ts';

/** The figure in a state; what is left out is as it starts. */
export interface StillState {
  picture?: ShownPicture;
  network?: Partial<NetworkState>;
  answer?: Partial<AnswerState>;
}
