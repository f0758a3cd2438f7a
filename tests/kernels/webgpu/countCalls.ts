/** Counts calls of a method from now on; the function that it returns ends that and says how many there were. */
export function countCalls<Name extends string>(
  owner: Record<Name, (...call: never[]) => unknown>,
  name: Name,
): () => number {
  const { [name]: method } = owner;
  let calls = 0;
  owner[name] = function (this: unknown, ...call: never[]) {
    calls++;
    return method.apply(this, call);
  };
  return () => {
    owner[name] = method;
    return calls;
  };
}
