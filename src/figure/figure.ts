import type { ComponentType, ReactElement } from 'react';
import type { Rehearse } from './rehearsal.ts';
import type { Settings } from './settings/settings.tsx';

/** A figure, as the page knows it: one value in the file figure.ts of its folder. */
export interface Figure {
  /** Its folder: its class, its anchor, and the name of what is downloaded. */
  name: string;
  /** The question it answers, with its question mark. */
  title: string;
  /** The figure itself. Its first render runs at build time, so it may read `window` in effects only. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each figure has props of its own
  Component: ComponentType<any>;
  /** What a link to it carries; nothing where the figure carries its state itself. */
  settings?: Settings;
  /** The query of a link to another state than the first; empty where a figure has only one. */
  otherQuery: string;
  /** What a class can be asked with it: to predict one of a few choices. */
  asks?: { question: string; options: readonly string[] } | undefined;
  notes: Notes;
  /** Tries out on the presenter's machine what the figure computes; left out where it computes nothing. */
  rehearse?: Rehearse | undefined;
  /** Every state worth seeing, by what it is called. */
  examples: () => Promise<Record<string, Example>>;
}

/** What the lists of figures say of one. What takes seconds was timed in Chromium on two cores without a GPU. */
export interface Notes {
  /** For a reader who looks for it: what it shows, in a sentence. */
  shows: string;
  /** For an instructor: what to do, and what the room sees. */
  demonstrate: string;
  /** Whether it computes before the audience, and how long that takes. */
  takes: string;
  /** A state to open it in. */
  state?: { query: string; says: string };
}

/** A figure in a state. */
export interface Example {
  element: ReactElement;
  /** Words that must be in it. */
  says: string;
}

/** The states that a figure's examples.ts lists by name, loaded only to be looked at. */
export type Examples<State> = () => Promise<{
  examples: Record<string, State & { says: string }>;
}>;

/** Draws each state. */
export async function draw<State>(
  load: Examples<State>,
  element: (state: State) => ReactElement,
): Promise<Record<string, Example>> {
  const { examples } = await load();
  return Object.fromEntries(
    Object.entries(examples).map(([name, { says, ...state }]) => [
      name,
      { says, element: element(state as State) },
    ]),
  );
}
