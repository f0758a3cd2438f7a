/** Throws an Error with `message` when `condition` is false. For mistakes of the caller, not of the reader. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
