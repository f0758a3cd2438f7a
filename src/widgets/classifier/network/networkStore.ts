import { createStore } from 'zustand/vanilla';
import type {
  ClassifierDied,
  ClassifyConfig,
  ClassifyEvent,
  ClassifyWaiting,
  Problem,
} from '../../../contract/classify.ts';
import type { ModelCard } from '../../../contract/modelCard.ts';
import type { Classifier } from '../../../runtime/classifyClient.ts';
import type { Kept } from '../../../runtime/keptWeights.ts';
import { ClassListError, readClassList, withNames } from './classList.ts';
import { sourceOf, titleOf, type Choice, type SiteNetwork } from './sources.ts';

export interface NetworkState {
  /** The network that answers, once it has loaded. */
  inUse: { card: ModelCard; device: string; origin: SiteNetwork | 'file' } | null;
  /** What the site says of the network that will answer the first picture; null until that is known. */
  known: ModelCard | null;
  /** What the network that is to answer still waits for. */
  waiting: ClassifyWaiting | null;
  /** Another network that is on its way; the one in use stays in use until it is there. */
  coming: Coming | null;
  /** A network that a link asks for, and that the reader has not yet agreed to fetch. */
  wanted: SiteNetwork | null;
  /** What of the large network is kept on this device. */
  kept: Kept;
  /** Why the network that was on its way did not come. */
  problem: Problem | null;
  /** That a worker died and another has taken over, in a sentence. */
  revived: string | null;
}

export interface Coming {
  title: string;
  waiting: ClassifyWaiting | null;
  /** Its download: how much had come when it was first heard of, when that was, and how long ago. */
  since: { receivedBytes: number; at: number; elapsedMs: number } | null;
}

/** What networks are loaded and kept with. */
export interface NetworkClients {
  startClassifier(
    config: ClassifyConfig,
    onEvent: (event: ClassifyEvent | ClassifierDied) => void,
  ): Classifier;
  /** What the site says of its small network. */
  fetchCard(): Promise<ModelCard>;
  findKeptWeights(): Promise<Kept>;
  deleteKeptWeights(): Promise<void>;
  /** The absolute address of a file of the site. */
  siteUrl(path: string): string;
  /** In milliseconds. */
  now(): number;
}

/** What answers a question. */
export type Reply = Exclude<ClassifyEvent, { type: 'waiting' | 'ready' | 'broken' }>;

interface Listener {
  onReply(reply: Reply): void;
  /** Another network has taken the place of the one in use, and knows of no picture. */
  onReplaced(): void;
  /** The network in use is gone. */
  onBroken(problem: Problem): void;
  /**
   * The worker of the network in use is gone. Asking about the picture shown starts another.
   * @returns whether that is done, since the reader waits for an answer or has one
   */
  onDied(): boolean;
  /** The network that was on its way will not come, and there is no other. */
  onNoneLeft(): void;
}

/** A network that is in use or on its way. */
interface Held {
  choice: Choice;
  classifier: Classifier;
}

export const noNetwork: NetworkState = {
  inUse: null,
  known: null,
  waiting: null,
  coming: null,
  wanted: null,
  kept: 'nothing',
  problem: null,
  revived: null,
};

/** Which network answers, which is on its way, and what of the large one is kept. */
export function createNetworkStore(clients: NetworkClients, listener: Listener) {
  const store = createStore<NetworkState>(() => noNetwork);
  let inUse: Held | null = null;
  let candidate: Held | null = null;
  /** What is loaded when a picture is to be answered and no network is there: the last that was in use. */
  let last: Choice = 'tiny200';
  /** Counts the reader's choices, so that a link's wish does not overrule a later one. */
  let choices = 0;
  /** Whether a worker has died and another taken over since the reader last did something. */
  let isRevived = false;

  const start = (choice: Choice): Held => {
    const config: ClassifyConfig = {
      ...{ source: sourceOf(choice, clients.siteUrl), backend: 'auto' },
      ...(isRevived && { isAgain: true }),
    };
    const classifier = clients.startClassifier(config, (event) => {
      if (event.type === 'died') bury(held, event.message);
      else if (held === inUse) hear(held, event);
      else if (held === candidate) hearCandidate(held, event);
    });
    const held = { choice, classifier };
    return held;
  };

  const hear = (held: Held, event: ClassifyEvent) => {
    switch (event.type) {
      case 'waiting':
        return store.setState({ waiting: event.waiting });
      case 'ready': {
        const { card, engine } = event;
        last = held.choice;
        const origin = last instanceof File ? 'file' : last;
        return store.setState({ inUse: { card, device: engine.device, origin }, waiting: null });
      }
      case 'broken':
        inUse = null;
        // What could not be loaded again is not tried forever.
        if (!store.getState().inUse) last = 'tiny200';
        store.setState({ inUse: null, waiting: null, revived: null });
        return listener.onBroken(event);
      default:
        return listener.onReply(event);
    }
  };

  /** Once, another worker takes over; a second death is told as what cannot be mended. */
  const bury = (held: Held, message: string) => {
    if (held !== inUse && held !== candidate) return;
    const isInUse = held === inUse;
    if (isRevived) {
      const event = { type: 'broken', ...diedAgain(message) } as const;
      return isInUse ? hear(held, event) : hearCandidate(held, event);
    }
    isRevived = true;
    if (isInUse) {
      inUse = null;
      store.setState({ inUse: null, waiting: null });
      if (listener.onDied()) store.setState({ revived: `${message} ${restarted}` });
      else isRevived = false;
    } else {
      candidate = start(held.choice);
      store.setState({ revived: `${message} It was started again.` });
    }
  };

  const hearCandidate = (held: Held, event: ClassifyEvent) => {
    switch (event.type) {
      case 'waiting':
        return store.setState(({ coming }) => ({
          coming: coming && advance(coming, event.waiting, clients.now()),
        }));
      case 'ready':
        inUse?.classifier.dispose();
        [inUse, candidate] = [held, null];
        store.setState({ coming: null, problem: null });
        hear(held, event);
        void findKept();
        return listener.onReplaced();
      case 'broken':
        store.setState({ problem: { message: event.message, remedy: event.remedy } });
        return giveUpCandidate();
    }
  };

  const dropCandidate = () => {
    candidate?.classifier.dispose();
    candidate = null;
    store.setState({ coming: null });
    void findKept();
  };

  const giveUpCandidate = () => {
    dropCandidate();
    if (!inUse) listener.onNoneLeft();
  };

  const findKept = async () => store.setState({ kept: await clients.findKeptWeights() });

  /** Where the card does not come, the weights will not either, and then the reader is told. */
  const findCard = async () =>
    clients.fetchCard().then(
      (known) => store.setState({ known }),
      () => undefined,
    );

  /** The reader does something: what died before is no reason to give up on this. */
  const forgetDeaths = () => {
    isRevived = false;
    store.setState({ revived: null });
  };

  const change = (choice: Choice) => {
    choices++;
    forgetDeaths();
    candidate?.classifier.dispose();
    const coming = { title: titleOf(choice), waiting: null, since: null };
    store.setState({ coming, wanted: null, problem: null });
    candidate = start(choice);
  };

  const stopLoading = () => {
    if (store.getState().inUse) return;
    inUse?.classifier.dispose();
    inUse = null;
    store.setState({ waiting: null });
  };

  return {
    ...store,
    /** The network to ask, which starts with the first picture; null while the only one is on its way. */
    classifier(): Classifier | null {
      if (!inUse && candidate) return null;
      inUse ??= start(last);
      return inUse.classifier;
    },
    /** Loads another network: the site's of that name, or a checkpoint of the reader's. */
    change,
    /** Loads a network where the whole of it is kept on the device; elsewhere the reader is asked first. */
    async want(network: SiteNetwork) {
      const mine = ++choices;
      const kept = await clients.findKeptWeights();
      if (mine !== choices) return;
      if (kept === 'everything') change(network);
      else store.setState({ kept, wanted: network });
    },
    /** Gives up on the network that is on its way. */
    stopChange: giveUpCandidate,
    /** Gives up on the network that is to answer, unless it has loaded. */
    stopLoading,
    /** Gives the classes of the network in use the names in a list of the reader's. */
    async nameClasses(file: File) {
      try {
        const names = readClassList(await file.text());
        const { inUse: current } = store.getState();
        if (!current) return;
        const card = withNames(current.card, names, file.name);
        store.setState({ inUse: { ...current, card }, problem: null });
      } catch (error) {
        if (!(error instanceof ClassListError)) throw error;
        store.setState({ problem: { message: error.message, remedy: error.remedy } });
      }
    },
    dismissProblem: () => store.setState({ problem: null }),
    forgetDeaths,
    findKept,
    findCard,
    async deleteKept() {
      await clients.deleteKeptWeights();
      await findKept();
    },
    /** Only the network in use stays, once it has loaded. */
    reset() {
      choices++;
      forgetDeaths();
      stopLoading();
      dropCandidate();
      store.setState({ wanted: null, problem: null });
    },
    dispose() {
      choices++;
      inUse?.classifier.dispose();
      candidate?.classifier.dispose();
      inUse = candidate = null;
    },
  };
}

const restarted = 'It was started again, and your picture is asked about once more.';

function diedAgain(message: string): Problem {
  return {
    message: `${message} It had been started again before, to no avail.`,
    remedy:
      'Close other tabs and programs to free memory, or choose a smaller network; then choose the picture again.',
  };
}

function advance(coming: Coming, waiting: ClassifyWaiting, now: number): Coming {
  const { since } = coming;
  if (waiting.for !== 'weights') return { ...coming, waiting };
  const { receivedBytes, at } = since ?? { receivedBytes: waiting.receivedBytes, at: now };
  return { ...coming, waiting, since: { receivedBytes, at, elapsedMs: now - at } };
}
