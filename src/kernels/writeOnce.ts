export type Choice = string | number | boolean | readonly number[];

/** A family of programs of which each member is written once, when it is first asked for. */
export function writeOnce<Program extends { name: string }, Choices extends readonly Choice[]>(
  write: (...choices: Choices) => Program,
): (...choices: Choices) => Program {
  const written = new Map<string, Program>();
  return (...choices) => {
    const key = choices.join();
    const known = written.get(key);
    if (known) return known;
    const program = write(...choices);
    const named = { ...program, name: `${program.name}(${key})` };
    written.set(key, named);
    return named;
  };
}
