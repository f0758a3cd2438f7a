import type { Mirroring } from './mirroring.ts';

/** The BroadcastChannel on which the windows of one presentation talk; no channel hears what it posts itself. */
export const presentingChannel = 'skip-connections/presenting';

/**
 * What a page is in a presentation: the `audience` window, which owns the figures; a `mirror` of it, in the
 * presenter's window. The page says it in `data-present`, which public/scripts/before-paint.js sets.
 */
export type PresentedAs = 'audience' | 'mirror';

/** Where a presentation is. */
export interface Place {
  /** The lesson's id, such as `degradation`. */
  lesson: string;
  /**
   * The first block on the screen: the id of a heading, figure or exercise, or of the nearest one before the block and
   * how many blocks further on it is, as in `what-does-happen.3`. A window whose screens are cut elsewhere shows the
   * one that holds this block. Empty: the lesson's first screen.
   */
  screen: string;
}

/** One screen of a lesson, as the presenter's list and notes show it. */
export interface ScreenEntry {
  /** As in Place. */
  id: string;
  title: string;
  /** In a word: what fills the screen. */
  kind: 'title' | 'text' | 'figure' | 'check' | 'exercise';
  /** The first words on it, for whoever looks ahead. */
  excerpt: string;
  /** The author's notes for it, as the build's HTML; empty where there are none. */
  notes: string;
}

/** A lesson's screens in order, as one window has cut them. */
export interface Deck {
  lesson: string;
  title: string;
  screens: ScreenEntry[];
  /** Of the screens, in pixels of their own: windows of one size cut a lesson alike. */
  size: { width: number; height: number };
  /** The lesson that comes after the last screen. */
  next?: { lesson: string; title: string };
}

/** Where the presenter points, from 0 to 1 across and down the screen; undefined where nowhere. */
export type Pointer = { x: number; y: number } | undefined;

/** What the windows of a presentation tell each other. All of it can be cloned. */
export type Presenting =
  /** A window has opened, and asks the others for what they know. */
  | { type: 'hello'; from: PresentedAs | 'console' }
  /** A window is being closed, reloaded, or goes to another lesson. */
  | { type: 'bye'; from: PresentedAs | 'console' }
  | { type: 'place'; place: Place }
  | { type: 'deck'; from: PresentedAs; deck: Deck }
  | { type: 'black'; black: boolean }
  | { type: 'pointer'; pointer: Pointer }
  /** The presenter asks for the recorded run of the figure on the screen; the window that is addressed plays it. */
  | { type: 'replay'; to: PresentedAs }
  /** Why a window could not do what the presenter asked for. */
  | { type: 'sorry'; sentence: string }
  | Mirroring;

/** The page's part in a presentation; undefined where it is only read. Call it in effects, never at build time. */
export function presentedAs(): PresentedAs | undefined {
  const { present } = document.documentElement.dataset;
  return present === 'audience' || present === 'mirror' ? present : undefined;
}
