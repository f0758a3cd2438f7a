import type { ClassifierActions, createClassifier, ToldClassifier } from './createClassifier.ts';
import type { Mirrored } from '../../figure/mirror/mirrored.ts';
import type { ShownPicture, ToldPicture } from './picture/pictureStore.ts';

/** The classifier as all windows of a presentation show it; each draws the picture from its file. */
export function mirrorClassifier(
  classifier: ReturnType<typeof createClassifier>,
): Mirrored<ToldClassifier> & { actions: ClassifierActions } {
  const { picture, network, answer, actions, takeOver } = classifier;
  const tellPicture = createTeller();
  return {
    actions,
    getState() {
      const { picture: shown, opening } = picture.getState();
      return {
        ...{ picture: tellPicture(shown), opening },
        ...{ network: network.getState(), answer: answer.getState() },
      };
    },
    subscribe(listener) {
      const ends = [picture, network, answer].map(({ subscribe }) => subscribe(listener));
      return () => ends.forEach((end) => end());
    },
    show(state) {
      network.setState(state.network);
      answer.setState(state.answer);
      void picture.mirror(state.picture, state.opening);
    },
    ahead: {},
    begin() {
      void network.findKept();
      void network.findCard();
    },
    takeOver: (state) => void takeOver(state),
    retire: network.dispose,
  };
}

/** The same object for the same picture, so that a picture is told once. */
function createTeller(): (picture: ShownPicture | null) => ToldPicture | null {
  let told: ToldPicture | null = null;
  let of: ShownPicture | null = null;
  return (picture) => {
    if (picture !== of) {
      of = picture;
      const { preview: _, ...rest } = picture ?? { preview: null };
      told = picture && (rest as ToldPicture);
    }
    return told;
  };
}
