import type { Threads, Wasm } from '../module.ts';

/** The calling thread alone. */
export const oneThread: Threads = {
  count: 1,
  least: Infinity,
  run: (name) => {
    throw new Error(`${name}: there is one thread.`);
  },
};

type Call = (...values: never[]) => void;

/**
 * Calls an export of kernels.wasm once for each part of a kernel's work, on all threads. Parts must neither read
 * what others write nor add to the same sums, or results would depend on who was quicker.
 *
 * @param parts what tells one part's work from another's; one alone is done by the calling thread
 * @param work calls the export for a part on a thread (from 0): arguments may grow from thread to thread, all parts'
 *   by as much, as the addresses of its scratch do
 */
export function inParts<Exports extends Record<Name, Call>, Name extends string, Part>(
  { module, threads }: Wasm<Exports>,
  name: Name,
  parts: readonly Part[],
  work: (call: Exports[Name], part: Part, thread: number) => void,
): void {
  const [one] = parts;
  if (threads.count === 1 || one === undefined || parts.length === 1) {
    for (const part of parts) work(module[name], part, 0);
    return;
  }
  let values: number[] = [];
  const note = ((...given: number[]) => void (values = given)) as Call as Exports[Name];
  const valuesOf = (part: Part, thread: number) => {
    work(note, part, thread);
    return values;
  };
  const first = valuesOf(one, 0);
  const steps = valuesOf(one, 1).map((value, i) => value - (first[i] as number));
  threads.run(
    name,
    parts.map((part) => valuesOf(part, 0)),
    steps,
  );
}

/** A run of `total` things. */
export interface Run {
  first: number;
  count: number;
}

/** Cuts `total` into at most `parts` runs of about one length, each but the last a multiple of `unit`. */
export function cut(total: number, parts: number, unit = 1): Run[] {
  const length = Math.ceil(total / unit / parts) * unit;
  const runs: Run[] = [];
  for (let first = 0; first < total; first += length)
    runs.push({ first, count: Math.min(length, total - first) });
  return runs;
}
