import { draw } from '../webgl/draw.ts';
import type { WebglKernel } from '../webgl/gpu.ts';
import { createTexels } from '../webgl/texels.ts';
import { withTexels } from '../webgl/withTexels.ts';
import { GlobalAveragePool, GlobalAveragePoolGrad } from './contract.ts';
import { averageMaps, spreadMeans } from './webgl.program.ts';

/** The kernel GlobalAveragePool on WebGL. */
export const globalAveragePool: WebglKernel<GlobalAveragePool> = {
  kernel: GlobalAveragePool,
  run(gpu, { x }) {
    const [batch, height, width, channels] = x.shape as [number, number, number, number];
    return withTexels(gpu, [x], (x) => {
      const y = createTexels(gpu, [batch, channels], x.lanes);
      const sizes = { groups: channels / x.lanes, pixels: height * width };
      draw(gpu, averageMaps(x.lanes), { x }, [y], sizes);
      return y;
    });
  },
};

/** The kernel GlobalAveragePoolGrad on WebGL. */
export const globalAveragePoolGrad: WebglKernel<GlobalAveragePoolGrad> = {
  kernel: GlobalAveragePoolGrad,
  run(gpu, { dy }, { height, width }) {
    const [batch, channels] = dy.shape as [number, number];
    return withTexels(gpu, [dy], (dy) => {
      const dx = createTexels(gpu, [batch, height, width, channels], dy.lanes);
      const sizes = { groups: channels / dy.lanes, pixels: height * width };
      draw(gpu, spreadMeans(dy.lanes), { dy }, [dx], sizes);
      return dx;
    });
  },
};
