import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Exercise } from '../../contract/exercises.ts';
import { createAnswerSession } from './answerSession.ts';

/** The reader's answer to an exercise, and what changes it, for as long as its page is open. */
export function useAnswer({ id, version }: Exercise, isAnswer: (value: unknown) => boolean) {
  const session = useMemo(
    () => createAnswerSession({ id, version, isAnswer }),
    [id, version, isAnswer],
  );
  const { subscribe, getState, getInitialState } = session.store;
  const state = useSyncExternalStore(subscribe, getState, getInitialState);
  useEffect(() => {
    const close = session.open();
    void session.read();
    const onVisible = () => {
      if (document.visibilityState === 'hidden') session.leave();
      else void session.read();
    };
    document.addEventListener('visibilitychange', onVisible);
    addEventListener('pagehide', session.leave);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      removeEventListener('pagehide', session.leave);
      close();
    };
  }, [session]);
  return { state, session };
}
