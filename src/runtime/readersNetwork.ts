import { createStore } from 'zustand/vanilla';
import type { StateDict } from '../contract/stateDict.ts';
import type { SycophancyTraining } from '../contract/sycophancy.ts';

/** A small transformer that the reader trained on this page, and how. */
export interface ReadersNetwork {
  training: SycophancyTraining;
  weights: StateDict;
}

/** The newest one, for the figures that read and steer it; null before the first. */
export const readersNetwork = createStore<ReadersNetwork | null>(() => null);
