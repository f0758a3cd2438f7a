/** Where a program leaves its first gap for the reader, a line of three dots alone: the dots, by their characters. */
export function findGap(program: string): { from: number; to: number } | undefined {
  const gap = /^[ \t]*\.\.\.[ \t]*$/m.exec(program);
  if (!gap) return undefined;
  const from = gap.index + gap[0].indexOf('...');
  return { from, to: from + 3 };
}
