/** A window that shows figures of a presentation. */
export interface Peer {
  id: string;
  /** As in `PresentedAs`. */
  as: 'audience' | 'mirror';
  /** When it opened, in milliseconds since 1970. */
  since: number;
}

/**
 * What the windows of a presentation tell each other about figures. One window owns them all: it computes, and tells
 * what they show; the others show that, and ask it to do what is done in them. All of it can be cloned.
 */
export type Mirroring =
  /** Asks who owns the figures. */
  | { type: 'who'; from: Peer }
  /** The answer, also given when that changes. */
  | { type: 'owner'; from: Peer }
  /** The window is being closed or reloaded. */
  | { type: 'left'; from: Peer }
  /** Asks for the state of a figure; of all figures where none is named. */
  | { type: 'ask'; figure?: string }
  /** What has changed of a figure's state, by name. */
  | {
      type: 'figure';
      /** The window's id. */
      from: string;
      figure: string;
      state: object;
      /** By the id of a window, the number of its last action that this state follows. */
      after: Record<string, number>;
    }
  /** Asks the owner to do what the presenter did. `replay` shows the recorded run, where a figure has one. */
  | {
      type: 'act';
      /** The window's id, and its own count of its actions on this figure; empty and 0 from a window without figures. */
      from: string;
      number: number;
      figure: string;
      action: string;
      args: unknown[];
    };
