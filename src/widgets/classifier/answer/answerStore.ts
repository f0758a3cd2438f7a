import { createStore } from 'zustand/vanilla';
import type { Answer, Heat, Problem } from '../../../contract/classify.ts';
import { intact, isIntact, type Surgery } from '../../../contract/surgery.ts';
import type { Classifier } from '../../../runtime/classifyClient.ts';
import type { Reply } from '../network/networkStore.ts';

export interface AnswerState {
  phase: 'idle' | 'waiting' | 'answered' | 'failed';
  /** What was answered to the picture shown. */
  answered: Answered | null;
  /** What the reader has done to the network. */
  surgery: Surgery;
  /** Where in the picture a class is seen, if the reader asked. */
  heat: Heat | null;
  problem: Problem | null;
}

export interface Answered {
  /** What the whole network answers. */
  whole: Answer;
  /** What is answered after `surgery`, which the reader may have changed since. */
  answer: Answer;
  surgery: Surgery;
}

export const nothingAsked: AnswerState = {
  phase: 'idle',
  answered: null,
  surgery: intact(),
  heat: null,
  problem: null,
};

/**
 * What is asked about a picture and what is answered. One question is on its way at a time: when its answer
 * comes and the reader has changed the network meanwhile, the next is asked.
 * @param classifier the network to ask; null while it is on its way
 */
export function createAnswerStore(classifier: () => Classifier | null) {
  const store = createStore<AnswerState>(() => nothingAsked);
  /** Of the latest command: each has its own, and a reply to any but these two is late. */
  let number = 0;
  let question: { number: number; surgery: Surgery } | null = null;
  let search: number | null = null;

  const forget = () => {
    question = search = null;
  };

  const fail = ({ message, remedy }: Problem) =>
    store.setState({ phase: 'failed', problem: { message, remedy } });

  /** Asks what the network answers by now, unless that is known. */
  const catchUp = () => {
    const { answered, surgery } = store.getState();
    if (!answered || answered.surgery === surgery) return;
    if (isIntact(surgery)) {
      question = null;
      store.setState({ answered: { ...answered, answer: answered.whole, surgery } });
    } else if (!question) {
      question = { number: ++number, surgery };
      classifier()?.operate(number, surgery);
    }
  };

  /** What went wrong with an earlier question about this picture is of no interest any more. */
  const tryAgain = () => {
    if (store.getState().answered) store.setState({ phase: 'answered', problem: null });
  };

  const hearAnswer = (reply: Reply, surgery: Surgery) => {
    const { answered, surgery: latest } = store.getState();
    if (reply.type === 'failed') {
      // Of interest only while that is what the reader still asks for.
      return answered && surgery !== latest ? catchUp() : fail(reply);
    }
    if (reply.type === 'answer') {
      const { whole, answer } = reply;
      store.setState({ phase: 'answered', answered: { whole, answer, surgery } });
    } else if (reply.type === 'operated' && answered) {
      store.setState({ answered: { ...answered, answer: reply.answer, surgery } });
    }
    catchUp();
  };

  return {
    ...store,
    /** A picture was chosen: nothing that was answered before is of it. */
    begin() {
      forget();
      store.setState({ phase: 'waiting', answered: null, heat: null, problem: null });
    },
    /** Asks about a picture, which is handed on or closed. */
    ask(picture: ImageBitmap) {
      const network = classifier();
      if (!network) return picture.close();
      const { surgery } = store.getState();
      store.setState({ phase: 'waiting', problem: null });
      question = { number: ++number, surgery };
      network.classify(number, picture, surgery);
    },
    /** Asks the network with blocks removed, cut or moved. */
    operate(surgery: Surgery) {
      search = null;
      store.setState({ surgery, heat: null });
      tryAgain();
      catchUp();
    },
    /** Asks where in the picture a class is seen; null hides it. */
    locate(classIndex: number | null) {
      search = null;
      store.setState({ heat: null });
      tryAgain();
      if (classIndex === null) return;
      search = ++number;
      classifier()?.locate(number, classIndex, store.getState().surgery);
    },
    /** Hears what the network replies. */
    hear(reply: Reply) {
      if (reply.number === search) {
        search = null;
        if (reply.type === 'located') store.setState({ heat: reply.heat });
        if (reply.type === 'failed') fail(reply);
      } else if (question && reply.number === question.number) {
        const { surgery } = question;
        question = null;
        hearAnswer(reply, surgery);
      }
    },
    /** The picture could not be opened, so there is nothing to ask about. */
    fail,
    /** The picture chosen is not shown, so what was answered before still holds. */
    restore({ answered, heat }: AnswerState, problem: Problem | null) {
      if (answered) store.setState({ phase: 'answered', answered, heat, problem });
      else if (problem) fail(problem);
      else store.setState({ phase: 'idle' });
      catchUp();
    },
    /** The network is gone, and what it answered with it. */
    lose(problem: Problem) {
      forget();
      store.setState({ answered: null, heat: null });
      fail(problem);
    },
    cancel() {
      forget();
      store.setState({ phase: 'idle' });
    },
    reset() {
      forget();
      store.setState(nothingAsked);
    },
  };
}
