import { useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { mirrorStore } from './mirrorStore.ts';
import { useMirror } from './useMirror.ts';

/** A value that all windows of a presentation share. */
interface Shared<Value> {
  value: Value;
  /** In all windows. */
  set: (value: Value) => void;
  /** In this window alone, as a link says. */
  setHere: (value: Value) => void;
  /** The newest, in between two renders too. */
  get: () => Value;
  isFollower: () => boolean;
}

/**
 * A value that all windows of a presentation share; where there is one window, as `useState`.
 * @param name no other figure of the lesson has it
 */
export function useMirrored<Value>(name: string, start: Value): Shared<Value> {
  const [{ store, setHere, get }] = useState(() => {
    const values = createStore(() => ({ value: start }));
    return {
      store: values,
      setHere: (value: Value) => values.setState({ value }),
      get: () => values.getState().value,
    };
  });
  const { value } = useStore(store);
  const { actions, isFollower } = useMirror(name, () => {
    const own = { set: setHere };
    return mirrorStore(store, { actions: own, ahead: own });
  });
  return { value, ...actions, setHere, get, isFollower };
}
