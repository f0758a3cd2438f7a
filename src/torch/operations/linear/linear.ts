import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { type Data, infoOf } from '../../tensor/dtype.ts';
import { valuesOf } from '../../tensor/rows.ts';
import { fromData, type Tensor } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';

/** input […, inputs], weight [outputs, inputs], bias [outputs] or undefined → […, outputs]: x Wᵀ + b */
export const linear = defineOperation({
  name: 'linear',
  node: (_, [input, , bias]) => {
    if (input?.shape.length === 2) return bias ? 'AddmmBackward0' : 'MmBackward0';
    return bias ? 'ViewBackward0' : 'UnsafeViewBackward0';
  },
  forward: ([x, w, bias]) => {
    const [input, weight] = [x, w] as [Tensor, Tensor];
    check(input, weight, bias);
    const [outputs = 0, inputs = 0] = weight.shape;
    const rows = inputs === 0 ? 0 : input.size / inputs;
    const y = multiply(valuesOf(input), valuesOf(weight), rows, inputs, outputs);
    if (bias) {
      const offsets = valuesOf(bias);
      for (let i = 0; i < y.length; i++) {
        y[i] = (y[i] as number) + (offsets[i % outputs] as number);
      }
    }
    return fromData(y, [...input.shape.slice(0, -1), outputs], input.dtype);
  },
  saves: (needs) => ({ inputs: [...(needs[1] ? [0] : []), ...(needs[0] ? [1] : [])] }),
  backward: ([gradient], { inputs: [input, weight], shapes, needs }) => {
    const [shape = [], [outputs = 0, inputs = 0] = []] = shapes;
    const rows = (tensor: Tensor, size: number) =>
      tensor.shape.length === 2 ? tensor : call('reshape', [tensor], { shape: [-1, size] });
    const dy = rows(gradient as Tensor, outputs);
    const dx = () => call('reshape', [call('mm', [dy, weight])], { shape });
    const dWeight = () => {
      const turned = call('transpose', [dy], { dim0: 0, dim1: 1 });
      return call('mm', [turned, rows(input as Tensor, inputs)]);
    };
    return [
      needs[0] ? dx() : undefined,
      needs[1] ? dWeight() : undefined,
      needs[2] ? call('sum', [dy], { dim: [0], keepdim: false }) : undefined,
    ];
  },
});

/** x [rows, inputs] times the transpose of w [outputs, inputs], in double precision. */
function multiply(x: Data, w: Data, rows: number, inputs: number, outputs: number): Float64Array {
  const y = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    const from = row * inputs;
    for (let output = 0; output < outputs; output++) {
      const at = output * inputs;
      let sum = 0;
      for (let i = 0; i < inputs; i++) sum += (x[from + i] as number) * (w[at + i] as number);
      y[row * outputs + output] = sum;
    }
  }
  return y;
}

/** @throws {TorchError} in PyTorch's words */
function check(input: Tensor, weight: Tensor, bias: Tensor | undefined): void {
  const refuse = (message: string): never => {
    throw new TorchError('RuntimeError', message);
  };
  const [outputs = 0, inputs = 0] = weight.shape;
  const features = input.shape.at(-1) ?? 0;
  if (features !== inputs) {
    const rows = input.shape.slice(0, -1).reduce((product, size) => product * size, 1);
    refuse(
      `mat1 and mat2 shapes cannot be multiplied (${rows}x${features} and ${inputs}x${outputs})`,
    );
  }
  for (const other of [weight, bias]) {
    if (!other || other.dtype === input.dtype) continue;
    const [own, found] = [input, other].map(({ dtype }) => infoOf(dtype).scalar);
    refuse(`expected scalar type ${own} but found ${found}`);
  }
  if (bias && bias.size !== outputs) {
    const sizes = [...input.shape.slice(0, -1), outputs];
    refuse(
      `The expanded size of the tensor (${outputs}) must match the existing size (${bias.size}) at non-singleton ` +
        `dimension ${sizes.length - 1}.  Target sizes: [${sizes.join(', ')}].  Tensor sizes: [${bias.shape.join(', ')}]`,
    );
  }
}
