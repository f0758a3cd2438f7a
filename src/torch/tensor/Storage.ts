import type { Data } from './dtype.ts';

/** Numbers, or what makes them once they are needed. */
interface Held {
  numbers: Data | (() => Data);
  /** Whether several storages hold them: none may change them. */
  isShared: boolean;
}

/**
 * Numbers that one tensor or several views of it share. First weights are drawn when somebody looks at them:
 * most of a network's are overwritten before, or only counted. A copy's numbers are copied when one of both is
 * changed: a network into which a state dictionary was loaded is mostly only read.
 */
export class Storage {
  private held: Held;
  /** How many numbers, told without making them. */
  readonly length: number;

  /** @param numbers themselves, or what makes them once they are needed */
  constructor(numbers: Data | (() => Data), length: number) {
    this.held = { numbers, isShared: false };
    this.length = length;
  }

  /** The numbers, to be read; whoever has just made the storage may write them. */
  get data(): Data {
    const { held } = this;
    if (typeof held.numbers === 'function') held.numbers = held.numbers();
    return held.numbers;
  }

  /** The numbers, to be changed. */
  get changeable(): Data {
    const { data } = this;
    if (this.held.isShared) this.held = { numbers: data.slice(), isShared: false };
    else hear(data);
    return this.data;
  }

  /** Another storage of the same numbers, which go their own way once either is changed. */
  copy(): Storage {
    const copy = new Storage(noNumbers, this.length);
    this.held.isShared = true;
    copy.held = this.held;
    return copy;
  }

  /** Takes over the numbers of a storage of this length that nobody else holds. */
  take(other: Storage): void {
    this.held = other.held;
  }
}

const noNumbers = new Float32Array(0);

let hear: (data: Data) => void = () => undefined;

/** Calls `listener` before numbers are changed where they lie. */
export function onChange(listener: (data: Data) => void): void {
  hear = listener;
}
