import type { StateDict } from '../../../src/contract/stateDict.ts';
import { allBlocks } from '../../../src/contract/surgery.ts';
import type { OnnxGraph, OnnxNode } from './encodeOnnx.ts';

/**
 * ResNet-34 in evaluation as a graph of ONNX: picture [1, 3, size, size] → logits [1, classes].
 * @param state by torchvision's keys and layouts, batch norm folded: each convolution has a bias, and
 *   what is left of batch norm is passed over
 */
export function resnet34Graph(state: StateDict): OnnxGraph {
  const nodes: OnnxNode[] = [];
  const weights: StateDict = {};
  const add = (operation: string, inputs: string[], attributes: OnnxNode['attributes'] = {}) => {
    const output = `${operation}${nodes.length}`;
    nodes.push({ operation, inputs, output, attributes });
    return output;
  };
  const weigh = (name: string) =>
    ['weight', 'bias'].map((field) => {
      const key = `${name}.${field}`;
      weights[key] = state[key]!;
      return key;
    });
  const convolve = (x: string, name: string, stride = 1) => {
    const inputs = [x, ...weigh(name)];
    const [size, padding] = kernel(weights[`${name}.weight`]!.shape);
    const pads = [padding, padding, padding, padding];
    return add('Conv', inputs, { kernel_shape: [size, size], strides: [stride, stride], pads });
  };

  let out = add('Relu', [convolve('picture', 'conv1', 2)]);
  out = add('MaxPool', [out], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] });
  for (const place of allBlocks) {
    const block = `layer${place.stage + 1}.${place.block}`;
    const projects = `${block}.downsample.0.weight` in state;
    const shortcut = projects ? convolve(out, `${block}.downsample.0`, 2) : out;
    const inner = add('Relu', [convolve(out, `${block}.conv1`, projects ? 2 : 1)]);
    out = add('Relu', [add('Add', [convolve(inner, `${block}.conv2`), shortcut])]);
  }
  out = add('Flatten', [add('GlobalAveragePool', [out])]);
  nodes.push({
    operation: 'Gemm',
    inputs: [out, ...weigh('fc')],
    output: 'logits',
    attributes: { transB: 1 },
  });
  return {
    nodes,
    weights,
    input: { name: 'picture', shape: [1, 3, 'size', 'size'] },
    output: { name: 'logits', shape: [1, state['fc.bias']!.data.length] },
  };
}

/** Size and padding of a filter [out, in, size, size] that keeps a picture's size at stride 1. */
function kernel(shape: number[]): [size: number, padding: number] {
  const size = shape[3]!;
  return [size, (size - 1) / 2];
}
