import { TorchError } from '../../TorchError.ts';

/** The inputs of one output along one dimension: [start, end), and how many a mean counts. */
interface Window {
  start: number;
  end: number;
  /** Padding included, where it counts. */
  counted: number;
}

export interface PoolAttributes {
  kernel: [number, number];
  stride: [number, number];
  padding: [number, number];
  dilation: [number, number];
  ceilMode: boolean;
}

type Shape = readonly number[];

/**
 * Windows of a pooling layer along one dimension, cut at the border.
 * @throws {TorchError} in PyTorch's words
 */
function windowsAlong(
  dim: 0 | 1,
  size: number,
  pool: PoolAttributes,
  countsPadding = true,
): Window[] {
  const [kernel, stride, padding] = [pool.kernel[dim], pool.stride[dim], pool.padding[dim]];
  const reach = pool.dilation[dim] * (kernel - 1) + 1;
  const count = outputSize(size, { reach, stride, padding, ceilMode: pool.ceilMode });
  return Array.from({ length: Math.max(count, 0) }, (_, i) => {
    const from = i * stride - padding;
    const to = Math.min(from + reach, size + padding);
    let start = from;
    while (start < 0) start += pool.dilation[dim];
    const end = Math.min(to, size);
    return { start, end, counted: countsPadding ? to - from : end - start };
  });
}

function outputSize(
  size: number,
  options: { reach: number; stride: number; padding: number; ceilMode: boolean },
): number {
  const { reach, stride, padding, ceilMode } = options;
  const extra = ceilMode ? stride - 1 : 0;
  const count = Math.floor((size + 2 * padding - reach + extra) / stride) + 1;
  // The last window must start inside the input or the padding before it.
  return ceilMode && (count - 1) * stride >= size + padding ? count - 1 : count;
}

/** Windows of an adaptive layer: `count` of them, as even as can be. */
export function adaptiveWindows(size: number, count: number): Window[] {
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor((i * size) / count);
    const end = Math.ceil(((i + 1) * size) / count);
    return { start, end, counted: end - start };
  });
}

export interface Windows {
  rows: Window[];
  columns: Window[];
  rowStep: number;
  columnStep: number;
}

/**
 * The windows over inputs of shape [batch, channels, height, width].
 * @throws {TorchError} in PyTorch's words
 */
export function poolWindows(shape: Shape, pool: PoolAttributes, countsPadding = true): Windows {
  const [, channels = 0, height = 0, width = 0] = shape;
  const refuse = (message: string): never => {
    throw new TorchError('RuntimeError', message);
  };
  if (pool.stride.includes(0)) refuse('stride should not be zero');
  pool.padding.forEach((padding, dim) => {
    const kernel = pool.kernel[dim] as number;
    if (padding > kernel / 2) {
      refuse(
        `pad should be at most half of kernel size, but got pad=${padding} and kernel_size=${kernel}`,
      );
    }
  });
  const rows = windowsAlong(0, height, pool, countsPadding);
  const columns = windowsAlong(1, width, pool, countsPadding);
  if (rows.length < 1 || columns.length < 1) {
    refuse(
      `Given input size: (${channels}x${height}x${width}). ` +
        `Calculated output size: (${channels}x${rows.length}x${columns.length}). Output size is too small`,
    );
  }
  return { rows, columns, rowStep: pool.dilation[0], columnStep: pool.dilation[1] };
}
