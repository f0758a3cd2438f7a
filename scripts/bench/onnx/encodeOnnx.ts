import type { StateDict } from '../../../src/contract/stateDict.ts';
import { bytes, int, message, text, type Field } from './protobuf.ts';

/** One operation of ONNX with its attributes, which are whole numbers or lists of them. */
export interface OnnxNode {
  operation: string;
  inputs: string[];
  output: string;
  attributes?: Record<string, number | number[]>;
}

/** Floats from outside, or to it. A size that is a name is chosen when the model is loaded. */
export interface OnnxValue {
  name: string;
  shape: (number | string)[];
}

export interface OnnxGraph {
  nodes: OnnxNode[];
  weights: StateDict;
  input: OnnxValue;
  output: OnnxValue;
}

const version = { ir: 8, operators: 13 };
const float32 = 1;

/**
 * A model file of ONNX. Numbers of fields are those of onnx.proto3.
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
 */
export function encodeOnnx({ nodes, weights, input, output }: OnnxGraph): Uint8Array {
  const graph = message(
    7,
    ...nodes.map(encodeNode),
    text(2, 'network'),
    ...Object.entries(weights).map(encodeWeight),
    encodeValue(11, input),
    encodeValue(12, output),
  );
  const operators = message(8, text(1, ''), int(2, version.operators));
  return Buffer.concat([...int(1, version.ir), ...graph, ...operators]);
}

function encodeNode({ operation, inputs, output, attributes = {} }: OnnxNode): Field {
  return message(
    1,
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, operation),
    ...Object.entries(attributes).map(([name, value]) =>
      typeof value === 'number'
        ? message(5, text(1, name), int(3, value), int(20, 2))
        : message(5, text(1, name), ...value.map((each) => int(8, each)), int(20, 7)),
    ),
  );
}

function encodeWeight([name, { shape, data }]: [string, StateDict[string]]): Field {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return message(
    5,
    ...shape.map((size) => int(1, size)),
    int(2, float32),
    text(8, name),
    bytes(9, raw),
  );
}

function encodeValue(field: number, { name, shape }: OnnxValue): Field {
  const sizes = shape.map((size) =>
    message(1, typeof size === 'number' ? int(1, size) : text(2, size)),
  );
  return message(
    field,
    text(1, name),
    message(2, message(1, int(1, float32), message(2, ...sizes))),
  );
}
