/** True for the depths of He et al. 2015, section 4.2: 6n + 2 layers with n blocks in each of three stages. */
export function isCifarDepth(depth: number): boolean {
  return Number.isInteger(depth) && depth >= 8 && (depth - 2) % 6 === 0;
}

/** A sentence for a reader who asked for a depth that no CIFAR network has, with the nearest valid ones. */
export function explainCifarDepth(depth: number): string {
  const below = Math.max(8, 6 * Math.floor((depth - 2) / 6) + 2);
  const near = depth > 8 && Number.isFinite(depth) ? `${below} or ${below + 6}` : '8, 20 or 56';
  return `A CIFAR network has 6n + 2 layers, so ${Number.isFinite(depth) ? depth : 'this'} is not a valid depth; try ${near}.`;
}
