import type { Surgery } from '../../contract/surgery.ts';
import type { Sample } from '../../../content/samples.ts';
import { createAnswerStore, nothingAsked, type AnswerState } from './answer/answerStore.ts';
import {
  createNetworkStore,
  noNetwork,
  type NetworkClients,
  type NetworkState,
} from './network/networkStore.ts';
import { CheckpointGiven, PictureError } from './picture/opening/pictureError.ts';
import type { Dragged } from './picture/dragged.ts';
import {
  createPictureStore,
  type PictureClients,
  type PictureState,
  type ToldPicture,
} from './picture/pictureStore.ts';

/** The classifier without its looks: what is shown, which network answers, what was answered. */
export function createClassifier(clients: PictureClients & NetworkClients) {
  const picture = createPictureStore(clients);
  const network = createNetworkStore(clients, {
    onReply: (reply) => answer.hear(reply),
    onReplaced() {
      answeredBy++;
      void askAgain();
    },
    onBroken: (problem) => answer.lose(problem),
    onDied() {
      const { phase } = answer.getState();
      if (phase !== 'waiting' && phase !== 'answered') return false;
      void askAgain();
      return true;
    },
    onNoneLeft() {
      if (answer.getState().phase === 'waiting') void askAgain();
    },
  });
  const answer = createAnswerStore(network.classifier);
  /** Counts the networks that have answered. */
  let answeredBy = 0;

  const ask = async (open: () => Promise<ImageBitmap | null>) => {
    const before = answer.getState();
    const asked = answeredBy;
    answer.begin();
    network.dismissProblem();
    try {
      const bitmap = await open();
      if (bitmap) answer.ask(bitmap);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      // What another network has answered since does not come back.
      const { answered } = asked === answeredBy ? before : nothingAsked;
      answer.restore({ ...before, answered }, error instanceof CheckpointGiven ? null : error);
      return error;
    }
    return null;
  };

  /** What is given may be a checkpoint under any name. */
  const show = async (file: Blob, name: string) => {
    const error = await ask(() => picture.show(file, name));
    if (error instanceof CheckpointGiven) {
      network.change(file instanceof File ? file : new File([file], name));
    }
  };

  const askAgain = async () => {
    // A picture that is being opened is asked about anyway.
    if (picture.getState().picture && !picture.isOpening()) await ask(picture.showAgain);
  };

  return {
    picture,
    network,
    answer,
    /** Goes on with what another window showed: its network is lost, so its picture is asked about once more. */
    async takeOver({ picture: told, opening, network: used, answer: given }: ToldClassifier) {
      const { known, kept, inUse } = used;
      network.setState({ ...noNetwork, known, kept });
      answer.setState({ ...nothingAsked, surgery: given.surgery });
      if (inUse?.origin === 'imagenet') void network.want(inUse.origin);
      await picture.mirror(told, opening);
      await askAgain();
    },
    actions: {
      /** Loads a network where all of it is on the device. */
      want: network.want,
      /** Asks about a file, a clipboard's picture or a camera's; a checkpoint becomes the network. */
      async show(file: Blob, name: string) {
        network.forgetDeaths();
        await show(file, name);
      },
      /** Asks about what was dragged here from elsewhere, which has yet to be fetched. */
      async showDragged(dragged: Dragged) {
        network.forgetDeaths();
        await ask(() => picture.showDragged(dragged));
      },
      async showSample(sample: Sample) {
        network.forgetDeaths();
        await ask(() => picture.showSample(sample));
      },
      operate(surgery: Surgery) {
        network.forgetDeaths();
        answer.operate(surgery);
      },
      locate(classIndex: number | null) {
        network.forgetDeaths();
        answer.locate(classIndex);
      },
      change: network.change,
      stopChange: network.stopChange,
      deleteKept: network.deleteKept,
      nameClasses: network.nameClasses,
      /** Gives up on the picture that is being answered; a network that is still loading is dropped. */
      cancel() {
        picture.giveUp();
        answer.cancel();
        network.stopLoading();
      },
      /** Forgets all but the network in use. */
      reset() {
        picture.clear();
        answer.reset();
        network.reset();
      },
    },
    dispose() {
      picture.clear();
      network.dispose();
    },
  };
}

/** The state of all three, as another window can be told of it. */
export interface ToldClassifier {
  picture: ToldPicture | null;
  opening: PictureState['opening'];
  network: NetworkState;
  answer: AnswerState;
}

/** What the reader can do. */
export type ClassifierActions = ReturnType<typeof createClassifier>['actions'];
