/** A part of a lesson as its place is named: a block of the text, and which part of it where it had to be cut. */
export interface Named {
  /** The id that the page has given it, where it has one. */
  id: string;
  /** Counted from 0 within its block. */
  part: number;
}

/** Before the first id. */
const start = 'start';

/**
 * The name of each part, as in Place.screen: the nearest id at or before its block, how many blocks further on it is,
 * and its part: `summary`, `summary.2`, `summary.2-1`.
 */
export function nameBlocks(parts: readonly Named[]): string[] {
  let anchor = start;
  let blocks = 0;
  return parts.map(({ id, part }, index) => {
    if (part === 0 && index > 0) blocks++;
    if (part === 0 && id !== '') [anchor, blocks] = [id, 0];
    return `${anchor}${blocks > 0 ? `.${blocks}` : ''}${part > 0 ? `-${part}` : ''}`;
  });
}

/**
 * Which part a place names; where it was cut in more or fewer parts than here, the last one of its block that comes
 * before. -1 if there is none.
 */
export function findBlock(names: readonly string[], name: string): number {
  if (name === '') return 0;
  const [, block = name, part = '0'] = /^(.+?)(?:-(\d+))?$/.exec(name) ?? [];
  // An id may end as a part does: `resnet-34`.
  const whole = names.indexOf(name);
  if (whole >= 0) return whole;
  const first = names.indexOf(block);
  if (first < 0) return -1;
  let found = first;
  for (let index = first; index < names.length; index++) {
    const known = names[index] ?? '';
    if (known !== block && !known.startsWith(`${block}-`)) break;
    if (Number(known.slice(block.length + 1)) <= Number(part)) found = index;
  }
  return found;
}
