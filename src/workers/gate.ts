/** A gate that a loop passes between two steps: closed, it holds the loop until it is opened. */
export interface Gate {
  readonly closed: boolean;
  close(): void;
  open(): void;
  /** Resolves at once when the gate is open, else as soon as it opens. */
  passed(): Promise<void>;
}

export function createGate(): Gate {
  let closed = false;
  let release: (() => void)[] = [];
  return {
    get closed() {
      return closed;
    },
    close() {
      closed = true;
    },
    open() {
      closed = false;
      for (const resolve of release) resolve();
      release = [];
    },
    passed: () =>
      closed ? new Promise((resolve) => void release.push(resolve)) : Promise.resolve(),
  };
}
