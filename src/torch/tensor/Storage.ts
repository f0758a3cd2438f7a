import type { Data } from './dtype.ts';

/**
 * Numbers that one tensor or several views of it share. First weights are drawn when somebody looks at them:
 * most of a network's are overwritten before, or only counted.
 */
export class Storage {
  private held: Data | (() => Data);
  /** How many numbers, told without making them. */
  readonly length: number;

  /** @param held the numbers, or what makes them once they are needed */
  constructor(held: Data | (() => Data), length: number) {
    this.held = held;
    this.length = length;
  }

  get data(): Data {
    if (typeof this.held === 'function') this.held = this.held();
    return this.held;
  }

  /** Takes over the numbers of a storage of this length that nobody else holds. */
  take(other: Storage): void {
    this.held = other.held;
  }
}
