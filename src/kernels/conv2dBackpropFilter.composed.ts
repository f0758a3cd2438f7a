import * as tf from '@tensorflow/tfjs-core';

/**
 * The kernel Conv2DBackpropFilter, which TensorFlow.js lacks on wasm, as a convolution: channels take
 * the batch's place, dy is the filter, and the forward pass's stride becomes a dilation.
 */
export function composedConv2DBackpropFilter(
  { x, dy }: { x: tf.Tensor4D; dy: tf.Tensor4D },
  attrs: tf.Conv2DBackpropFilterAttrs,
): tf.Tensor4D {
  const { filterShape, strides, dimRoundingMode } = attrs;
  const info = tf.backend_util.computeConv2DInfo(
    x.shape,
    filterShape,
    strides,
    1,
    attrs.pad,
    dimRoundingMode,
  );
  if (attrs.dataFormat !== 'NHWC')
    throw new Error(`Conv2DBackpropFilter: expected layout NHWC, got ${attrs.dataFormat}.`);

  const { padInfo, strideHeight, strideWidth } = info;
  const picture: tf.Tensor4D = tf.transpose(x, [3, 1, 2, 0]); // [in, height, width, batch]
  const filter: tf.Tensor4D = tf.transpose(dy, [1, 2, 0, 3]); // [height, width, batch, out]
  const padding: [number, number][] = [
    [0, 0],
    [padInfo.top, padInfo.bottom],
    [padInfo.left, padInfo.right],
    [0, 0],
  ];
  const correlation = tf.conv2d(
    picture,
    filter,
    1,
    padding as Parameters<typeof tf.conv2d>[3],
    'NHWC',
    [strideHeight, strideWidth],
  ); // [in, ≥ height, ≥ width, out]: rows and columns that the stride skipped at the far edge come last
  const [height, width, input, output] = filterShape;
  const kept = tf.slice(correlation, [0, 0, 0, 0], [input, height, width, output]);
  return tf.transpose(kept, [1, 2, 0, 3]);
}
