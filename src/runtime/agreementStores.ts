import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineInfo } from '../contract/engine.ts';
import type { StateDict } from '../contract/stateDict.ts';
import type {
  Score,
  StreamChange,
  SycophancyReadingFinding,
  SycophancyRun,
  SycophancyTraining,
} from '../contract/sycophancy.ts';
import type { Prompt } from '../contract/toyLanguage.ts';
import { createRunArchive } from './runArchive.ts';

/** What the figures of the small transformer tell each other, and the exercises that ask about it. */

/** A small transformer that the reader trained on this page: how, and how it answers. */
export interface ReadersNetwork {
  training: SycophancyTraining;
  weights: StateDict;
  score: Score;
}

export type WhichNetwork = 'chapter' | 'reader';

/** A training that came to its end here, as the figure keeps it on this device. */
export interface KeptTraining {
  ran: SycophancyTraining;
  result: SycophancyRun;
  engine: EngineInfo | null;
  /** ISO 8601. */
  at: string;
}

const network = createStore<ReadersNetwork | null>(() => null);
const archive = createRunArchive<KeptTraining>('agreement-training 1', { atMost: 2 });
let found: Promise<KeptTraining | null> | undefined;

/**
 * The newest that the reader trained to its end, which other figures go on with; null before the first. Who first
 * listens has it looked for on this device.
 */
export const readersNetwork: StoreApi<ReadersNetwork | null> = {
  ...network,
  subscribe(listener) {
    void readersTraining.recall();
    return network.subscribe(listener);
  },
};

/** The training behind it, as it is kept on this device. */
export const readersTraining = {
  /** What an earlier visit has kept. */
  recall(): Promise<KeptTraining | null> {
    if (found) return found;
    const looking = archive.find().catch(() => null);
    found = looking;
    void looking.then((kept) => {
      if (kept && found === looking) network.setState(networkOf(kept), true);
    });
    return looking;
  },
  /** Resolves to why it is not kept, if it is not; until the page is left, it counts all the same. */
  keep(kept: KeptTraining) {
    found = Promise.resolve(kept);
    network.setState(networkOf(kept), true);
    return archive.keep(kept.at, kept);
  },
  forget() {
    found = Promise.resolve(null);
    network.setState(null, true);
    return archive.removeOwn();
  },
};

function networkOf({ ran, result: { weights, scores } }: KeptTraining): ReadersNetwork | null {
  const score = scores.at(-1)?.score;
  return weights && score ? { training: ran, weights, score } : null;
}

/** What was last read on this page. */
export const readHere = createStore<{
  network: WhichNetwork;
  prompt: Prompt;
  reading: SycophancyReadingFinding;
} | null>(() => null);

/** How changes were last seen to act on this page, over all held-out prompts. */
export const steeredHere = createStore<{
  network: WhichNetwork;
  changes: StreamChange[];
  unchanged: Score;
  changed: Score;
  /** The same with a random vector of equal length; null without a vector. */
  control: Score | null;
} | null>(() => null);
