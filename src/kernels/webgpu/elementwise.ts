import { defaultThreads } from './programs.ts';

/** Workgroups beyond which each takes several shares of the elements. */
const most = 2048;

/** Workgroups for a program that computes each of so many elements by itself. */
export function spread(count: number): [number] {
  return [Math.min(Math.ceil(count / defaultThreads), most)];
}

/** The loop over all elements `k` of which there are `count`, however many workgroups there are. */
export function forEachElement(count: string, body: string): string {
  return `
  for (var k = tile.x * ${defaultThreads}u + thread; k < ${count}; k += tiles.x * ${defaultThreads}u) {
    ${body}
  }`;
}
