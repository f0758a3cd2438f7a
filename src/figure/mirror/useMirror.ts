import { useEffect, useState } from 'react';
import { presentedAs } from '../../contract/presenting.ts';
import type { Tie } from './exchange.ts';
import type { Actions, Mirrored } from './mirrored.ts';

/** A figure's hold on the windows that show it. */
interface Link<A> {
  /** What the reader can do; it is done in the window that owns the figure. */
  actions: A;
  /** Whether another window computes what this one shows. */
  isFollower: () => boolean;
}

/**
 * Shows a figure in all windows of a presentation. On a page that is only read, the figure begins at once, and no code
 * for other windows is loaded.
 * @param name no other figure of the lesson has it
 * @param create the figure, once
 */
export function useMirror<State extends object, A extends Actions>(
  name: string,
  create: () => Mirrored<State> & { actions: A },
): Link<A> {
  const [link] = useState(() => createLink(name, create() as unknown as Mirrored));
  useEffect(() => link.connect(), [link]);
  return link as unknown as Link<A>;
}

function createLink(name: string, figure: Mirrored) {
  let tie: Tie | null = null;
  let isPresented = false;
  /** Done while the code for other windows is on its way. */
  let queue: [action: string, args: unknown[]][] = [];

  const act = (action: string, args: unknown[]) => {
    if (tie) tie.act(action, args);
    else if (isPresented) queue.push([action, args]);
    else return figure.actions[action]?.(...(args as never[]));
    return undefined;
  };
  const alone = () => {
    isPresented = false;
    figure.begin();
    const waiting = queue;
    queue = [];
    for (const [action, args] of waiting) act(action, args);
  };

  return {
    actions: Object.fromEntries(
      Object.keys(figure.actions).map((action) => [
        action,
        (...args: unknown[]) => act(action, isEvent(args[0]) ? [] : args),
      ]),
    ) as Actions,
    isFollower: () => (tie ? tie.isFollower() : isPresented),
    connect() {
      isPresented = presentedAs() !== undefined;
      if (!isPresented) return alone();
      let hasLeft = false;
      void import('./pageExchange.ts').then(
        ({ exchange }) => {
          if (hasLeft) return;
          tie = exchange().join(name, figure);
          const waiting = queue;
          queue = [];
          for (const [action, args] of waiting) act(action, args);
        },
        () => hasLeft || alone(),
      );
      return () => {
        hasLeft = true;
        tie?.leave();
        tie = null;
      };
    },
  };
}

/** An action may be a handler itself; what called it is no other window's. */
function isEvent(value: unknown): boolean {
  return value instanceof Event || Object(value).nativeEvent instanceof Event;
}
