import type { Sample } from '../../../content/samples.ts';
import { createAnswerStore } from './answer/answerStore.ts';
import { createNetworkStore, type NetworkClients } from './network/networkStore.ts';
import { PictureError } from './picture/openPicture.ts';
import { createPictureStore, type PictureClients } from './picture/pictureStore.ts';

/** The classifier without its looks: what is shown, which network answers, what was answered. */
export function createClassifier(clients: PictureClients & NetworkClients) {
  const picture = createPictureStore(clients);
  const network = createNetworkStore(clients, {
    onReply: (reply) => answer.hear(reply),
    onReplaced: () => void askAgain(),
    onBroken: (problem) => answer.lose(problem),
    onNoneLeft() {
      if (answer.getState().phase === 'waiting') void askAgain();
    },
  });
  const answer = createAnswerStore(network.classifier);

  const ask = async (open: () => Promise<ImageBitmap | null>) => {
    answer.begin();
    network.dismissProblem();
    try {
      const bitmap = await open();
      if (bitmap) answer.ask(bitmap);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      answer.fail(error);
    }
  };

  const askAgain = async () => {
    if (picture.getState().picture) await ask(picture.showAgain);
  };

  return {
    picture,
    network,
    answer,
    actions: {
      /** Asks about a file, a clipboard's picture or a camera's. */
      show: (file: Blob, name: string) => ask(() => picture.show(file, name)),
      showSample: (sample: Sample) => ask(() => picture.showSample(sample)),
      operate: answer.operate,
      locate: answer.locate,
      change: network.change,
      stopChange: network.stopChange,
      deleteKept: network.deleteKept,
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

/** What the reader can do. */
export type ClassifierActions = ReturnType<typeof createClassifier>['actions'];
