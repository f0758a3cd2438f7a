import type { StoreApi } from 'zustand';
import type { Actions, Mirrored } from './mirrored.ts';

const nothing = () => undefined;

/** A figure whose state is a store's. What is not said: it shows what other windows show, and computes nothing. */
export function mirrorStore<State extends object, A extends Actions>(
  store: Pick<StoreApi<State>, 'getState' | 'setState' | 'subscribe'>,
  figure: Partial<Mirrored<State>> & { actions: A },
): Mirrored<State> & { actions: A } {
  const show = (state: State) => store.setState(state);
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    ...{ show, takeOver: show, ahead: {}, begin: nothing, retire: nothing },
    ...figure,
  };
}
