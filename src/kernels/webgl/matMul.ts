import {
  backend_util,
  util,
  type BatchMatMulAttrs,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { conv2d, conv2dBackpropFilter, conv2dBackpropInput } from './convolutions.ts';
import type { Gpu } from './gpu.ts';

/**
 * Products of two matrices, as a linear layer and its gradients need them: they are the convolutions of
 * pictures of one pixel. All else goes to TensorFlow.js's own.
 */
export function matMul(gpu: Gpu, stock: KernelFunc): KernelFunc {
  return (call) => {
    const { a, b } = call.inputs as { a: TensorInfo; b: TensorInfo };
    const { transposeA, transposeB } = call.attrs as unknown as BatchMatMulAttrs;
    const matrices = [a, b].every(({ shape, dtype }) => shape.length === 2 && dtype === 'float32');
    if (!matrices || (transposeA && transposeB)) return stock(call);

    const [rows = 0, columns = 0] = a.shape;
    const [bRows = 0, bColumns = 0] = b.shape;
    if (transposeA) {
      expectEqual(rows, bRows, a, b);
      const filter = pixels(b, [rows, 1, 1, bColumns]);
      const product = conv2dBackpropFilter(
        gpu,
        info(rows, columns, bColumns),
        pixels(a, [rows, 1, 1, columns]),
        filter,
      );
      return pixels(product, [columns, bColumns]);
    }
    if (transposeB) {
      expectEqual(columns, bColumns, a, b);
      const dy = pixels(a, [rows, 1, 1, columns]);
      const filter = pixels(b, [1, 1, bRows, bColumns]);
      return pixels(conv2dBackpropInput(gpu, info(rows, bRows, columns), dy, filter), [
        rows,
        bRows,
      ]);
    }
    expectEqual(columns, bRows, a, b);
    const x = pixels(a, [rows, 1, 1, columns]);
    const filter = pixels(b, [1, 1, bRows, bColumns]);
    return pixels(conv2d(gpu, info(rows, columns, bColumns), x, filter), [rows, bColumns]);
  };
}

/** The same values in another shape. */
function pixels({ dataId, dtype }: TensorInfo, shape: number[]): TensorInfo {
  return { dataId, dtype, shape };
}

function info(rows: number, inputs: number, outputs: number) {
  return backend_util.computeConv2DInfo(
    [rows, 1, 1, inputs],
    [1, 1, inputs, outputs],
    1,
    1,
    'valid',
  );
}

function expectEqual(inner: number, other: number, a: TensorInfo, b: TensorInfo): void {
  util.assert(
    inner === other,
    () => `matMul: expected equal inner sides, got [${a.shape}] and [${b.shape}].`,
  );
}
