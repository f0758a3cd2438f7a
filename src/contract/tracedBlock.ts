/** A number of the reader's block as its forward pass used it. */
export type TracedValue = { input: true } | { parameter: string } | { step: number };

/** One operation of a forward pass, in PyTorch's names and layout (NCHW, OIHW). */
export interface TracedStep {
  /** Such as `conv2d`, `batch_norm`, `relu`, `add`. */
  operation: string;
  inputs: TracedValue[];
  /** Such as `{ stride: [1, 1], padding: [1, 1] }`. */
  attributes: Record<string, number | boolean | string | number[]>;
  /** Of what it returns; the batch's size is that of the traced input. */
  shape: number[];
}

/** What a block did with one input, to be done again with other numbers: data, never code. */
export interface TracedBlock {
  /** The shape of the input [batch, channels, height, width]. */
  input: number[];
  /** In the order of the module's own, by PyTorch's names; buffers (running statistics) among them. */
  parameters: { name: string; shape: number[]; values: number[]; trained: boolean }[];
  steps: TracedStep[];
  /** Which step's value is the block's output. */
  output: TracedValue;
}
