import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import { readStored, store, type StorageProblem } from '../../lib/deviceStorage.ts';
import type { Mirrored } from '../mirror/mirrored.ts';
import { useMirror } from '../mirror/useMirror.ts';

/** What a reader is asked before they look. */
export interface Prediction<Values, Evidence> {
  /** A question that the figure answers with `settings`. */
  question: string;
  options: readonly string[];
  /** All options are to be put in order, rather than one to be chosen. A room is asked which comes first. */
  ordered?: { first: string };
  /** The controls are set so when an option is chosen. */
  settings: Partial<Values>;
  /** @returns null while the evidence does not decide the question yet */
  outcome: (evidence: Evidence) => Outcome | null;
  /** Where a recording would give the answer away: what stands in the place of the takeaway until then. */
  instead?: string;
}

/** What a room is asked: to choose one. */
export function asksOf(
  prediction: Pick<Prediction<never, never>, 'question' | 'options' | 'ordered'> | undefined,
): { question: string; options: readonly string[] } | undefined {
  if (!prediction) return undefined;
  const { question, options, ordered } = prediction;
  return { question: ordered?.first ?? question, options };
}

/** What happened. */
export interface Outcome {
  /** The option that came true; of an order, the options in groups, within which nothing is decided. */
  right: number | number[][];
  /** What was measured, in a sentence. */
  says: string;
}

/** Chosen by a reader who would rather look than predict. */
export const looked = -1;

/** What a reader predicted: the option, or that they looked, and what happened, once that was seen. */
export interface Predicted {
  chosen: number | number[];
  outcome?: Outcome;
}

/** Whether it came as predicted. */
export function cameTrue(chosen: Predicted['chosen'], right: Outcome['right']): boolean {
  if (typeof right === 'number') return chosen === right;
  if (typeof chosen === 'number') return right[0]?.includes(chosen) ?? false;
  const groupOf = (option: number) => right.findIndex((group) => group.includes(option));
  const groups = chosen.map(groupOf);
  return groups.every((group, place) => (groups[place - 1] ?? 0) <= group);
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
  const isWhole = (value: unknown) => Number.isInteger(value);
  const areWhole = (value: unknown) => Array.isArray(value) && value.every(isWhole);
  if (!isWhole(one?.chosen) && !areWhole(one?.chosen)) return false;
  const outcome = one?.outcome as Partial<Outcome> | undefined;
  if (outcome === undefined) return true;
  const { right, says } = outcome;
  const isDecided = isWhole(right) || (Array.isArray(right) && right.every(areWhole));
  return isDecided && typeof says === 'string';
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
  const { actions, isFollower } = useMirror(`${figure} prediction`, () => mirrorOf(figure));
  const decided = outcome && JSON.stringify(outcome);
  useEffect(() => {
    if (!decided || !kept || kept.outcome || isFollower()) return;
    keep(figure, { ...kept, outcome: JSON.parse(decided) as Outcome });
  }, [figure, decided, kept, isFollower]);
  return {
    kept,
    unkept,
    choose: (chosen: Predicted['chosen']) => actions.keep({ chosen }),
    look: () => actions.keep({ chosen: looked }),
    forget: () => actions.keep(null),
  };
}

/** A figure's prediction as all windows of a presentation show it. */
function mirrorOf(figure: string): Mirrored<{ kept: Predicted | null }> & {
  actions: { keep: (one: Predicted | null) => void };
} {
  const show = ({ kept }: { kept: Predicted | null }) => {
    const { all } = predictions.getState();
    const { [figure]: _, ...others } = all;
    predictions.setState({ all: kept ? { ...others, [figure]: kept } : others });
  };
  const own = { keep: (one: Predicted | null) => keep(figure, one) };
  return {
    getState: () => ({ kept: predictions.getState().all[figure] ?? null }),
    subscribe: predictions.subscribe,
    ...{ show, takeOver: show, actions: own, ahead: own },
    ...{ begin: () => undefined, retire: () => undefined },
  };
}
