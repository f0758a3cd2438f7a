import type { PythonEvent } from '../../contract/python.ts';

type Stream = 'stdout' | 'stderr';

/** Between two events of output, in milliseconds. */
const everyMs = 50;
/** Characters that one program may print. */
const atMost = 100_000;

/** Gathers what a program prints, and tells it in order and not too often. */
export interface Output {
  /** @param id of the command that runs from now on */
  begin(id: number): void;
  write(stream: Stream, text: string): void;
  /** Tells what has not been told yet. */
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

  const flush = () => {
    if (waiting) post({ type: 'output', id, ...waiting });
    waiting = undefined;
    told = now();
  };
  const add = (stream: Stream, text: string) => {
    if (waiting && waiting.stream !== stream) flush();
    waiting = { stream, text: (waiting?.text ?? '') + text };
    if (now() - told > everyMs) flush();
  };
  return {
    flush,
    begin(next) {
      id = next;
      left = atMost;
      waiting = undefined;
    },
    write(stream, text) {
      if (left <= 0 || text === '') return;
      add(stream, text.slice(0, left));
      left -= text.length;
      if (left <= 0) add('stderr', '\n… more output was left out\n');
    },
  };
}
