import * as tf from '@tensorflow/tfjs-core';
import { Conv2DBackpropFilter } from '../../../kernels/conv2dBackpropFilter/contract.ts';
import { Conv2DBackpropInput } from '../../../kernels/conv2dBackpropInput/contract.ts';
import { runKernel } from '../../../kernels/runKernel.ts';
import type { Data } from '../../tensor/dtype.ts';
import { hasBackend, onKernels } from '../onKernels.ts';
import { filterOf } from './filters.ts';
import type { Geometry } from './geometry.ts';
import { toOutputsFirst, transposed } from './layouts.ts';

/** Products from which on a kernel is quicker than loops, moving numbers there and back included. */
const worthwhile = 50_000;

/** Whether the kernels compute this convolution, and faster than plain loops. */
export function suitsKernels(geometry: Geometry, ...data: Data[]): boolean {
  const { batch, inputs, outputs, rows, columns, outHeight, outWidth, groups } = geometry;
  const products = batch * outputs * outHeight * outWidth * inputs * rows * columns;
  return (
    products >= worthwhile &&
    groups === 1 &&
    geometry.dilation.every((step) => step === 1) &&
    data.every((numbers) => numbers instanceof Float32Array) &&
    hasBackend()
  );
}

/** As `convolve` in loops.ts. */
export function convolve(geometry: Geometry, x: Data, filter: Data): Float32Array {
  const { batch, outputs, outHeight, outWidth } = geometry;
  const y = onKernels(() => {
    const { strides, pad } = attributesOf(geometry);
    return tf.conv2d(pictures(geometry, x), filterOf(geometry, filter), strides, pad);
  });
  return transposed(y, batch, outHeight * outWidth, outputs);
}

/** As `inputGradient` in loops.ts. */
export function inputGradient(geometry: Geometry, dy: Data, filter: Data): Float32Array {
  const { batch, inputs, height, width } = geometry;
  const dx = onKernels(() =>
    runKernel<Conv2DBackpropInput>(
      Conv2DBackpropInput,
      { dy: results(geometry, dy), filter: filterOf(geometry, filter) },
      { ...attributesOf(geometry), inputShape: [batch, height, width, inputs] },
    ),
  );
  return transposed(dx, batch, height * width, inputs);
}

/** As `filterGradient` in loops.ts. */
export function filterGradient(geometry: Geometry, x: Data, dy: Data): Float32Array {
  const { inputs, outputs, rows, columns } = geometry;
  const gradient = onKernels(() =>
    runKernel<Conv2DBackpropFilter>(
      Conv2DBackpropFilter,
      { x: pictures(geometry, x), dy: results(geometry, dy) },
      { ...attributesOf(geometry), filterShape: [rows, columns, inputs, outputs] },
    ),
  );
  return toOutputsFirst(gradient, outputs, inputs, rows * columns);
}

function attributesOf({ stride, padding: [top, left] }: Geometry) {
  const pad: tf.backend_util.ExplicitPadding = [
    [0, 0],
    [top, top],
    [left, left],
    [0, 0],
  ];
  return { strides: stride, pad, dataFormat: 'NHWC' as const };
}

function pictures({ batch, inputs, height, width }: Geometry, x: Data): tf.Tensor4D {
  const data = transposed(x as Float32Array, batch, inputs, height * width);
  return tf.tensor4d(data, [batch, height, width, inputs]);
}

function results({ batch, outputs, outHeight, outWidth }: Geometry, dy: Data): tf.Tensor4D {
  const data = transposed(dy as Float32Array, batch, outputs, outHeight * outWidth);
  return tf.tensor4d(data, [batch, outHeight, outWidth, outputs]);
}
