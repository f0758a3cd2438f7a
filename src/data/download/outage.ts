import { sleep } from './sleep.ts';

/** A line may be down so long before a download is given up, in milliseconds. */
const patience = 120_000;
/** Waits before the second, third and fourth attempt, in milliseconds; later ones are as the last. */
const waits = [200, 600, 1800, 3000];
/** So often a server is asked that answers, but not with the file. */
const answersAtMost = 4;

/** The server answered that it cannot send the file now. */
export class ServerTrouble extends Error {
  override readonly name = 'ServerTrouble';
  constructor(status: number) {
    super(`the server answered ${status}`);
  }
}

type Listener = (isDown: boolean) => void;
let tell: Listener = () => undefined;

/** Hears when a download of this thread waits for the line, and when it has come back. */
export function watchLine(listener: Listener): void {
  tell = listener;
}

/** The failures of one download, one after the other. */
export interface Outage {
  /** Waits until the next attempt may succeed; false once it is time to give up. */
  waitAfter(error: unknown, signal?: AbortSignal): Promise<boolean>;
  /** Something came: what fails next is a new outage. */
  end(): void;
}

export function createOutage(): Outage {
  let failures = 0;
  /** Of these, how often the server answered. */
  let answers = 0;
  let beganAt = 0;
  let told = false;
  return {
    async waitAfter(error, signal) {
      beganAt ||= performance.now();
      failures += 1;
      const isOver =
        error instanceof ServerTrouble
          ? ++answers >= answersAtMost
          : performance.now() - beganAt >= patience;
      if (isOver) return false;
      // Each time: an attempt tells of bytes it waits for.
      told = failures > 1;
      if (told) tell(true);
      const wait = waits[Math.min(failures, waits.length) - 1] as number;
      await sleepUntilOnline(wait, signal);
      return true;
    },
    end() {
      [failures, answers, beganAt] = [0, 0, 0];
      if (told) tell(false);
      told = false;
    },
  };
}

/** Waits `ms` milliseconds, or less if the line comes back. Rejects with the signal's reason once it is aborted. */
async function sleepUntilOnline(ms: number, signal?: AbortSignal): Promise<void> {
  const waiting = new AbortController();
  const online = new Promise<void>((resolve) => {
    // A worker has it; a test in Node does not.
    globalThis.addEventListener?.('online', () => resolve(), { signal: waiting.signal });
  });
  try {
    await Promise.race([sleep(ms, signal), online]);
  } finally {
    waiting.abort();
  }
}
