/**
 * The tensors of a checkpoint by key, such as `layer1.0.conv1.weight`, in PyTorch's layouts:
 * convolutions [out, in, height, width], linear layers [out, in].
 */
export type StateDict = Record<string, { shape: number[]; data: Float32Array }>;
