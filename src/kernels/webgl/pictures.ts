import type { Gpu } from './gpu.ts';
import { createTexels, type Texels } from './texels.ts';

/** Fewer fragments than this leave a GPU idle, whatever each of them saves. */
const fewestFragments = 2048;

/**
 * Targets for a program that computes the same texel of several pictures at once: equal shares of the
 * batch, each as many whole rows of `whole`'s texture. Just `whole` where the batch does not divide so.
 */
export function splitPictures(gpu: Gpu, whole: Texels, batch: number): Texels[] {
  const { count, columns, lanes } = whole;
  const shares = [8, 4, 2].find(
    (shares) =>
      shares <= gpu.maxTargets &&
      batch % shares === 0 &&
      count % (shares * columns) === 0 &&
      count / shares >= fewestFragments,
  );
  if (!shares) return [whole];
  const shape = [(count / shares) * lanes];
  return Array.from({ length: shares }, () => createTexels(gpu, shape, lanes, columns));
}

/** Copies the shares into `whole`, one below the other, and frees them. Call it right after drawing them. */
export function joinPictures({ gl, backend, framebuffer }: Gpu, shares: Texels[], whole: Texels) {
  if (shares.length === 1) return;
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer(shares.length));
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, whole.texture);
  shares.forEach((share, i) => {
    const { columns, rows } = share;
    gl.readBuffer(gl.COLOR_ATTACHMENT0 + i);
    gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, 0, i * rows, 0, 0, columns, rows);
    backend.disposeIntermediateTensorInfo(share);
  });
}
