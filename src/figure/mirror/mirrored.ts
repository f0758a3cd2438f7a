/** What a reader can do to a figure, by name; arguments can be cloned. */
export type Actions = Record<string, (...args: never[]) => unknown>;

/**
 * A figure that several windows show. `State` is one value that can be cloned, and its parts are told apart by
 * identity: what has not changed is the same object.
 */
export interface Mirrored<State extends object = object> {
  getState(): State;
  subscribe(listener: () => void): () => void;
  /** Shows what the window shows that owns the figure. */
  show(state: State): void;
  actions: Actions;
  /** What a window that does not own the figure shows of an action at once, such as a slider that is being dragged. */
  ahead: Actions;
  /** This window owns the figure, and no other has shown it before. */
  begin(): void;
  /** Goes on with what another window showed; what computed there is no more. */
  takeOver(state: State): void;
  /** Another window owns the figure now: what computes here ends. */
  retire(): void;
}
