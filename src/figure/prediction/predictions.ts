import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import { readStored, store, type StorageProblem } from '../../lib/deviceStorage.ts';

/** What a reader is asked before they look. */
export interface Prediction<Values, Evidence> {
  /** A question that the figure answers with `settings`. */
  question: string;
  options: readonly string[];
  /** The controls are set so when an option is chosen. */
  settings: Partial<Values>;
  /** @returns null while the evidence does not decide the question yet */
  outcome: (evidence: Evidence) => Outcome | null;
  /** Where a recording would give the answer away: what stands in the place of the takeaway until then. */
  instead?: string;
}

/** What happened. */
export interface Outcome {
  /** The option that came true. */
  right: number;
  /** What was measured, in a sentence. */
  says: string;
}

/** Chosen by a reader who would rather look than predict. */
export const looked = -1;

/** What a reader predicted: the option, or that they looked, and what happened, once that was seen. */
export interface Predicted {
  chosen: number;
  outcome?: Outcome;
}

const storageKey = 'predictions';

/** What is kept, without what is no prediction; nothing where it cannot be read. */
function readAll(): Record<string, Predicted> {
  try {
    const all: unknown = JSON.parse(readStored(storageKey) ?? '{}');
    if (typeof all !== 'object' || all === null) return {};
    return Object.fromEntries(Object.entries(all).filter(([, one]) => isPredicted(one))) as Record<
      string,
      Predicted
    >;
  } catch {
    return {};
  }
}

function isPredicted(one: Partial<Predicted> | null): boolean {
  if (!Number.isInteger(one?.chosen)) return false;
  const outcome = one?.outcome as Partial<Outcome> | undefined;
  return (
    outcome === undefined || (Number.isInteger(outcome?.right) && typeof outcome?.says === 'string')
  );
}

/** By figure. */
const predictions = createStore<{
  all: Record<string, Predicted>;
  /** Why the newest is not kept on this device, if it is not. */
  unkept: StorageProblem | null;
}>(() => ({ all: readAll(), unkept: null }));

function keep(figure: string, one: Predicted | null): void {
  // Read anew: another tab may have predicted at another figure.
  const { [figure]: _, ...others } = { ...predictions.getState().all, ...readAll() };
  const all = one ? { ...others, [figure]: one } : others;
  predictions.setState({ all, unkept: store(storageKey, JSON.stringify(all)) });
}

/**
 * The reader's prediction at a figure, kept on this device.
 * @param outcome what decides it, once something does
 */
export function usePrediction(figure: string, outcome: Outcome | null) {
  const kept = useSyncExternalStore(
    predictions.subscribe,
    () => predictions.getState().all[figure] ?? null,
    () => null,
  );
  const unkept = useSyncExternalStore(
    predictions.subscribe,
    () => predictions.getState().unkept,
    () => null,
  );
  const { right, says } = outcome ?? {};
  useEffect(() => {
    if (right === undefined || says === undefined || !kept || kept.outcome) return;
    keep(figure, { ...kept, outcome: { right, says } });
  }, [figure, right, says, kept]);
  return {
    kept,
    unkept,
    choose: (chosen: number) => keep(figure, { chosen }),
    look: () => keep(figure, { chosen: looked }),
    forget: () => keep(figure, null),
  };
}
