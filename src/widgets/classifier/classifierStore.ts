import { createStore } from 'zustand/vanilla';
import type { ModelCard } from '../../contract/modelCard.ts';
import { intact, isIntact, type Surgery } from '../../contract/surgery.ts';
import { startClassifier, type Classifier } from '../../runtime/classifyClient.ts';
import type {
  Answer,
  ClassifyEvent,
  ClassifyWaiting,
  Heat,
  NetworkSource,
} from '../../contract/classify.ts';
import { hasKeptWeights } from '../../runtime/keptWeights.ts';
import { siteUrl } from '../../runtime/siteUrl.ts';
import { previewSize } from './picture/cropSquare.ts';
import { openPicture, PictureError } from './picture/openPicture.ts';
import type { Sample } from '../../../content/samples.ts';

/** The networks that the site knows, by the folder of their card. */
export const siteNetworks = { tiny200: 'the small network', imagenet: 'the large network' };
export type SiteNetwork = keyof typeof siteNetworks;

export interface ClassifierState {
  phase: 'idle' | 'waiting' | 'answered' | 'failed';
  /** What the reader looks at; `preview` is the picture at the size it is shown. */
  picture: ShownPicture | null;
  waiting: ClassifyWaiting | null;
  /** The network in use, once it has loaded. */
  network: { card: ModelCard; device: string; origin: SiteNetwork | 'file' } | null;
  /** A network that a link asks for, and that the reader has not yet agreed to fetch. */
  wanted: SiteNetwork | null;
  /** Another network that is on its way; the one in use stays in use until it is there. */
  coming: Coming | null;
  answer: Answer | null;
  /** What the whole network answers to this picture. */
  whole: Answer | null;
  /** What the reader has done to the network, and what had been done when `answer` was given. */
  surgery: Surgery;
  answered: Surgery;
  /** Where in the picture a class is seen, if the reader asked. */
  heat: Heat | null;
  problem: { message: string; remedy: string } | null;
}

export interface ShownPicture {
  name: string;
  /** As it was chosen, to ask another network about it. */
  file: Blob;
  /** Which of the samples it is; null where it is the reader's own. */
  sample: Sample['id'] | null;
  /** In pixels. */
  width: number;
  height: number;
  preview: ImageBitmap;
}

export interface Coming {
  title: string;
  waiting: ClassifyWaiting | null;
  /** When the first bytes were heard of, and how many had come before. */
  since: { at: number; receivedBytes: number } | null;
}

/** What the reader can do. */
export interface ClassifierActions {
  /** Asks about a file, a clipboard's picture or a camera's. */
  show(picture: Blob, name: string): Promise<void>;
  showSample(sample: Sample): Promise<void>;
  /** Asks again, of the network with blocks removed, cut or moved. */
  operate(surgery: Surgery): void;
  /** Shows where in the picture a class is seen; null hides it. */
  locate(classIndex: number | null): void;
  /** Loads another network: the site's of that name, or a checkpoint of the reader's. */
  change(network: SiteNetwork | File): void;
  /** Loads the large network where it is kept on the device; elsewhere the reader is asked first. */
  want(network: SiteNetwork): Promise<void>;
  /** Gives up on the network that is on its way. */
  stopChange(): void;
  /** Gives up on the picture that is being answered; a network that is still loading is dropped. */
  cancel(): void;
  reset(): void;
}

export const emptyState: ClassifierState = {
  phase: 'idle',
  picture: null,
  waiting: null,
  network: null,
  wanted: null,
  coming: null,
  answer: null,
  whole: null,
  surgery: intact(),
  answered: intact(),
  heat: null,
  problem: null,
};

/** Gone as soon as another picture is chosen. */
const cleared = {
  picture: null,
  answer: null,
  whole: null,
  heat: null,
  problem: null,
} as const;

const longestPreview = 1000;

/** The figure's state and everything the reader can do to it. */
export function createClassifierStore() {
  const store = createStore<ClassifierState>(() => emptyState);
  let worker: Classifier | null = null;
  let candidate: Classifier | null = null;
  /** Of the latest question: what belongs to an earlier one is not shown any more. */
  let number = 0;

  const start = (network: SiteNetwork | File) => {
    const isFile = network instanceof File;
    const source: NetworkSource = isFile
      ? { from: 'file', file: network, modelUrls: Object.keys(siteNetworks).map(modelUrl) }
      : { from: 'site', modelUrl: modelUrl(network) };
    const origin = isFile ? 'file' : network;
    const mine = startClassifier({ source, backend: 'auto' }, (event) => {
      if (mine === worker) hear(event, origin);
      else if (mine === candidate) hearCandidate(event, origin);
    });
    return mine;
  };

  const hear = (event: ClassifyEvent, origin: SiteNetwork | 'file') => {
    switch (event.type) {
      case 'waiting':
        return store.setState({ waiting: event.waiting });
      case 'ready': {
        const { card, engine } = event;
        return store.setState({ network: { card, device: engine.device, origin }, waiting: null });
      }
      case 'answer':
        return event.number === number ? hearAnswer(event.answer) : undefined;
      case 'located':
        return event.number === number ? store.setState({ heat: event.heat }) : undefined;
      case 'broken':
        worker = null;
        return fail(event, { network: null });
      case 'failed':
        if (event.number === number) fail(event);
    }
  };

  const hearCandidate = (event: ClassifyEvent, origin: SiteNetwork | 'file') => {
    const { coming, picture } = store.getState();
    switch (event.type) {
      case 'waiting':
        return store.setState({ coming: coming && advance(coming, event.waiting) });
      case 'ready':
        worker?.dispose();
        [worker, candidate] = [candidate, null];
        store.setState({ coming: null, answer: null, whole: null, heat: null, problem: null });
        hear(event, origin);
        return picture ? void show(picture.file, picture.name, picture.sample) : undefined;
      case 'broken':
        candidate = null;
        return store.setState({ coming: null, problem: event });
    }
  };

  /** The first answer to a picture is the whole network's; after surgery the picture is asked about again. */
  const hearAnswer = (answer: Answer) => {
    const { whole, surgery } = store.getState();
    store.setState({ whole: whole ?? answer });
    if (!whole && !isIntact(surgery)) return worker?.operate(number, surgery);
    store.setState({ phase: 'answered', answer, answered: surgery, waiting: null });
  };

  const fail = (
    { message, remedy }: { message: string; remedy: string },
    more: Partial<ClassifierState> = {},
  ) =>
    store.setState({
      phase: 'failed',
      problem: { message, remedy },
      waiting: null,
      ...more,
    });

  const begin = () => {
    store.getState().picture?.preview.close();
    store.setState({ ...cleared, phase: 'waiting' });
    return ++number;
  };

  const show = async (file: Blob, name: string, sample: Sample['id'] | null, mine = begin()) => {
    try {
      const bitmap = await openPicture(file, name);
      const { width, height } = bitmap;
      const size = previewSize(width, height, longestPreview);
      const preview = await createImageBitmap(bitmap, {
        resizeWidth: size.width,
        resizeHeight: size.height,
        resizeQuality: 'high',
      });
      if (mine !== number) return [bitmap, preview].forEach((unused) => unused.close());
      store.setState({ picture: { name, file, sample, width, height, preview } });
      if (!worker && candidate) return bitmap.close(); // asked again once that network is there
      worker ??= start('tiny200');
      worker.classify(mine, bitmap, intact());
    } catch (error) {
      if (mine === number) fail(asProblem(error, name));
    }
  };

  const change = (network: SiteNetwork | File) => {
    candidate?.dispose();
    const title = network instanceof File ? network.name : siteNetworks[network];
    const coming = { title, waiting: null, since: null };
    store.setState({ coming, wanted: null, problem: null });
    candidate = start(network);
  };

  const drop = () => {
    number++;
    if (store.getState().network) return;
    worker?.dispose();
    worker = null;
  };

  return {
    ...store,
    show: (picture: Blob, name: string) => show(picture, name, null),
    async showSample({ id, file }: Sample) {
      const mine = begin();
      try {
        const response = await fetch(siteUrl(`samples/${file}`));
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        await show(await response.blob(), file, id, mine);
      } catch (error) {
        if (mine === number) fail(asProblem(error, file));
      }
    },
    operate(surgery: Surgery) {
      store.setState({ surgery, heat: null });
      if (store.getState().whole) worker?.operate(++number, surgery);
    },
    locate(classIndex: number | null) {
      store.setState({ heat: null });
      if (classIndex !== null) worker?.locate(number, classIndex, store.getState().surgery);
    },
    cancel() {
      drop();
      store.setState({ phase: 'idle', waiting: null });
    },
    reset() {
      drop();
      store.getState().picture?.preview.close();
      store.setState({ ...emptyState, network: store.getState().network });
    },
    change,
    async want(network: SiteNetwork) {
      if (await hasKeptWeights()) change(network);
      else store.setState({ wanted: network });
    },
    stopChange() {
      candidate?.dispose();
      candidate = null;
      store.setState({ coming: null });
    },
    dispose() {
      worker?.dispose();
      candidate?.dispose();
    },
  };
}

function asProblem(error: unknown, name: string) {
  if (error instanceof PictureError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return {
    message: `“${name}” could not be shown: ${why}.`,
    remedy: 'Check the network connection and try again, or choose another picture.',
  };
}

const modelUrl = (network: string) => siteUrl(`models/${network}/`);

function advance(coming: Coming, waiting: ClassifyWaiting): Coming {
  const { since } = coming;
  const first = waiting.for === 'weights' && {
    at: Date.now(),
    receivedBytes: waiting.receivedBytes,
  };
  return { ...coming, waiting, since: since ?? (first || null) };
}
