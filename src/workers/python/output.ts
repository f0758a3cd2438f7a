import type { PythonEvent } from '../../contract/python.ts';

type Stream = 'stdout' | 'stderr';

/** Between two events of output, in milliseconds. */
const everyMs = 50;
/** Characters that one program may print as it goes. */
const atMost = 1_000_000;
/** Of what it prints after that, so many characters are told as it ends: fewer than the page shows of an end. */
const atLast = 20_000;

/** Gathers what a program prints, and tells it in order and not too often. */
export interface Output {
  /** @param id of the command that runs from now on */
  begin(id: number): void;
  write(stream: Stream, text: string): void;
  /** Tells what has not been told yet: the program has ended. */
  flush(): void;
}

/** @param now milliseconds of a clock */
export function createOutput(
  post: (event: PythonEvent) => void,
  now: () => number = () => performance.now(),
): Output {
  let id = 0;
  let left = atMost;
  let told = 0;
  let waiting: { stream: Stream; text: string } | undefined;
  let last = '';
  let dropped = 0;

  const flush = () => {
    if (last) {
      if (dropped > 0)
        add('stderr', `\n… ${dropped.toLocaleString('en-GB')} characters left out …\n`);
      add('stdout', last);
      last = '';
      dropped = 0;
    }
    tell();
  };
  const tell = () => {
    if (waiting) post({ type: 'output', id, ...waiting });
    waiting = undefined;
    told = now();
  };
  const add = (stream: Stream, text: string) => {
    if (waiting && waiting.stream !== stream) tell();
    waiting = { stream, text: (waiting?.text ?? '') + text };
    if (now() - told > everyMs) tell();
  };
  return {
    flush,
    begin(next) {
      id = next;
      left = atMost;
      waiting = undefined;
      last = '';
      dropped = 0;
    },
    write(stream, text) {
      const first = text.slice(0, left);
      if (first !== '') add(stream, first);
      left -= first.length;
      last += text.slice(first.length);
      // Cut seldom, or each print would copy all of it.
      if (last.length > 2 * atLast) {
        dropped += last.length - atLast;
        last = last.slice(-atLast);
      }
    },
  };
}
