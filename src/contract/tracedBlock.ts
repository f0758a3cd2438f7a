/** Where an operation's input comes from. */
export type TracedValue = { input: true } | { parameter: string } | { step: number };

/** One operation of a forward pass, in PyTorch's names and layout (NCHW, OIHW). */
export interface TracedStep {
  /** Such as `conv2d`, `batch_norm`, `relu`, `add`. */
  operation: string;
  /** Null where an optional input is not given, such as a bias. */
  inputs: (TracedValue | null)[];
  /** Such as `{ stride: [1, 1], padding: [1, 1] }`. */
  attributes: Record<string, unknown>;
}

/** A parameter, a buffer, or a number written in the code. */
export interface TracedParameter {
  /** PyTorch's, such as `conv1.weight`; numbers in the code are `constant 0` and so on. */
  name: string;
  shape: number[];
  /** Before the forward pass, in row-major order. */
  values: number[];
  trained: boolean;
}

/** What a block did with one input, to be done again with other numbers: data, never code. */
export interface TracedBlock {
  /** The shape of the input [batch, channels, height, width]. */
  input: number[];
  /** Those that the steps use: parameters in the module's order, then buffers, then constants. */
  parameters: TracedParameter[];
  /** The names of trained parameters that the output does not rest on. */
  unused: string[];
  /** Only what the output needs, in order. */
  steps: TracedStep[];
  output: TracedValue;
}
