import {
  BatchMatMul,
  backend_util,
  util,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { BackendKernel, Kernel } from '../kernel.ts';

type MatMul = Kernel<
  { a: Tensor; b: Tensor },
  { transposeA: boolean; transposeB: boolean },
  Tensor
>;

/** A backend's convolution and its two gradients. */
interface Convolutions<Device> {
  conv2d: Compute<Device, 'x' | 'filter'>;
  filterGradient: Compute<Device, 'x' | 'dy'>;
  inputGradient: Compute<Device, 'dy' | 'filter'>;
}

type Compute<Device, Names extends string> = (
  device: Device,
  inputs: Record<Names, TensorInfo>,
  info: backend_util.Conv2DInfo,
) => TensorInfo;

/**
 * Products of two matrices, as a linear layer and its gradients need them: they are the convolutions of
 * pictures of one pixel. All else goes to TensorFlow.js's own.
 * @param leaves tells, by the rows of a, what TensorFlow.js's own does faster
 */
export function matMulAsConvolutions<Device>(
  { conv2d, filterGradient, inputGradient }: Convolutions<Device>,
  leaves: (rows: number) => boolean = () => false,
): BackendKernel<MatMul, Device> {
  return {
    kernel: BatchMatMul,
    run(device, { a, b }, { transposeA, transposeB }, stock) {
      const matrices = [a, b].every(
        ({ shape, dtype }) => shape.length === 2 && dtype === 'float32',
      );
      if (!matrices || (transposeA && transposeB)) return stock();

      const [rows = 0, columns = 0] = a.shape;
      const [bRows = 0, bColumns = 0] = b.shape;
      if (leaves(rows)) return stock();
      const x = pixels(a, [rows, 1, 1, columns]);
      if (transposeA) {
        expectEqual(rows, bRows, a, b);
        const dy = pixels(b, [rows, 1, 1, bColumns]);
        const product = filterGradient(device, { x, dy }, info(rows, columns, bColumns));
        return pixels(product, [columns, bColumns]);
      }
      const filter = pixels(b, [1, 1, bRows, bColumns]);
      if (transposeB) {
        expectEqual(columns, bColumns, a, b);
        const product = inputGradient(device, { dy: x, filter }, info(rows, bRows, columns));
        return pixels(product, [rows, bRows]);
      }
      expectEqual(columns, bRows, a, b);
      const product = conv2d(device, { x, filter }, info(rows, columns, bColumns));
      return pixels(product, [rows, bColumns]);
    },
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
