import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { infoOf } from '../../tensor/dtype.ts';
import { broadcastShapes, sizeOf } from '../../tensor/shape.ts';
import { type Tensor, viewOf } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { plus, sumTo, times } from '../expressions.ts';
import { pair } from '../inputs.ts';
import { multiply } from './multiply.ts';

function fail(message: string): never {
  throw new TorchError('RuntimeError', message);
}

function checkDtypes(a: Tensor, b: Tensor): void {
  if (a.dtype === b.dtype) return;
  fail(`expected scalar type ${infoOf(a.dtype).scalar} but found ${infoOf(b.dtype).scalar}`);
}

const asStack = (matrix: Tensor) => viewOf(matrix, [1, ...matrix.shape], [0, ...matrix.strides]);

function checkMatrices(a: Tensor, b: Tensor): void {
  if (a.shape.length !== 2) fail('self must be a matrix');
  if (b.shape.length !== 2) fail('mat2 must be a matrix');
  if (a.shape[1] === b.shape[0]) return;
  fail(`mat1 and mat2 shapes cannot be multiplied (${a.shape.join('x')} and ${b.shape.join('x')})`);
}

function flip(matrix: Tensor): Tensor {
  return call('transpose', [matrix], { dim0: -2, dim1: -1 });
}

/** The product of two matrices */
export const mm = defineOperation({
  name: 'mm',
  forward: (inputs) => {
    const [a, b] = pair(inputs);
    checkMatrices(a, b);
    checkDtypes(a, b);
    const product = multiply(asStack(a), asStack(b));
    return viewOf(product, product.shape.slice(1), product.strides.slice(1));
  },
  saves: ([a, b]) => ({ inputs: [...(b ? [0] : []), ...(a ? [1] : [])] }),
  backward: ([gradient], { inputs: [a, b], needs }) => [
    gradient && needs[0] && b ? call('mm', [gradient, flip(b)]) : undefined,
    gradient && needs[1] && a ? call('mm', [flip(a), gradient]) : undefined,
  ],
});

/** beta · input + alpha · (mat1 · mat2) */
export const addmm = defineOperation<{ alpha?: number; beta?: number }>({
  name: 'addmm',
  forward: ([input, a, b], { alpha = 1, beta = 1 }) => {
    const product = call('mm', [a, b]);
    const scaled = alpha === 1 ? product : times(product, alpha);
    return plus(scaled, beta === 1 ? pair([input, a])[0] : times(pair([input, a])[0], beta));
  },
  saves: ([, a, b]) => ({ inputs: [...(b ? [1] : []), ...(a ? [2] : [])] }),
  backward: ([gradient], { inputs: [, a, b], shapes: [shape = []], needs, attributes }) => {
    if (!gradient) return [];
    const { alpha = 1, beta = 1 } = attributes;
    const ofProduct = alpha === 1 ? gradient : times(gradient, alpha);
    return [
      needs[0] ? sumTo(beta === 1 ? gradient : times(gradient, beta), shape) : undefined,
      needs[1] && b ? call('mm', [ofProduct, flip(b)]) : undefined,
      needs[2] && a ? call('mm', [flip(a), ofProduct]) : undefined,
    ];
  },
});

/** The products of two stacks of matrices */
export const bmm = defineOperation({
  name: 'bmm',
  forward: (inputs) => {
    const [a, b] = pair(inputs);
    if (a.shape.length !== 3) fail('batch1 must be a 3D tensor');
    if (b.shape.length !== 3) fail('batch2 must be a 3D tensor');
    const expected = [a.shape[0], a.shape[2]];
    if (b.shape[0] !== expected[0] || b.shape[1] !== expected[1]) {
      fail(
        `Expected size for first two dimensions of batch2 tensor to be: [${expected.join(', ')}] but got: ` +
          `[${b.shape.slice(0, 2).join(', ')}].`,
      );
    }
    checkDtypes(a, b);
    return multiply(a, b);
  },
  saves: ([a, b]) => ({ inputs: [...(b ? [0] : []), ...(a ? [1] : [])] }),
  backward: ([gradient], { inputs: [a, b], needs }) => [
    gradient && needs[0] && b ? call('bmm', [gradient, flip(b)]) : undefined,
    gradient && needs[1] && a ? call('bmm', [flip(a), gradient]) : undefined,
  ],
});

/** A matrix times a vector */
export const mv = defineOperation({
  name: 'mv',
  forward: (inputs) => {
    const [matrix, vector] = pair(inputs);
    if (matrix.shape[1] !== vector.shape[0]) {
      fail(`size mismatch, got ${matrix.shape[0]}, ${matrix.shape.join('x')},${vector.shape[0]}`);
    }
    checkDtypes(matrix, vector);
    const column = viewOf(vector, [1, vector.size, 1], [0, vector.strides[0] as number, 0]);
    const product = multiply(asStack(matrix), column);
    return viewOf(product, [matrix.shape[0] as number], [1]);
  },
  saves: ([matrix, vector]) => ({ inputs: [...(vector ? [0] : []), ...(matrix ? [1] : [])] }),
  backward: ([gradient], { inputs: [matrix, vector], needs }) => [
    gradient && needs[0] && vector
      ? times(call('unsqueeze', [gradient], { dim: 1 }), vector)
      : undefined,
    gradient && needs[1] && matrix ? call('mv', [flip(matrix), gradient]) : undefined,
  ],
});

/** The sum of the products of two vectors */
export const dot = defineOperation({
  name: 'dot',
  forward: (inputs) => {
    const [a, b] = pair(inputs);
    if (a.shape.length !== 1 || b.shape.length !== 1) {
      fail(`1D tensors expected, but got ${a.shape.length}D and ${b.shape.length}D tensors`);
    }
    if (a.dtype !== b.dtype) {
      fail(
        `dot : expected both vectors to have same dtype, but found ${infoOf(a.dtype).scalar} and ` +
          infoOf(b.dtype).scalar,
      );
    }
    if (a.size !== b.size) {
      fail(
        `inconsistent tensor size, expected tensor [${a.size}] and src [${b.size}] to have the same number of ` +
          `elements, but got ${a.size} and ${b.size} elements respectively`,
      );
    }
    return call('sum', [times(a, b)]);
  },
  saves: ([a, b]) => ({ inputs: [...(b ? [0] : []), ...(a ? [1] : [])] }),
  backward: ([gradient], { inputs: [a, b] }) => [
    gradient && b && times(gradient, b),
    gradient && a && times(gradient, a),
  ],
});

/** The product of vectors, matrices or stacks of them, as the @ operator has it */
export const matmul = defineOperation({
  name: 'matmul',
  forward: (inputs) => {
    const [a, b] = pair(inputs);
    const [dimsA, dimsB] = [a.shape.length, b.shape.length];
    if (dimsA === 0 || dimsB === 0) {
      fail(`both arguments to matmul need to be at least 1D, but they are ${dimsA}D and ${dimsB}D`);
    }
    if (dimsA === 1 && dimsB === 1) return call('dot', [a, b]);
    if (dimsA === 2 && dimsB === 1) return call('mv', [a, b]);
    if (dimsA === 2 && dimsB === 2) return call('mm', [a, b]);
    if (dimsA === 1 && dimsB === 2) {
      const row = call('mm', [call('unsqueeze', [a], { dim: 0 }), b]);
      return call('squeeze', [row], { dim: 0 });
    }
    if (dimsA >= 3 && dimsB <= 2) return foldedProduct(a, b);
    return stackedProduct(a, b);
  },
});

/** A stack times one matrix or vector is one matrix with more rows times it. */
function foldedProduct(a: Tensor, b: Tensor): Tensor {
  const rows = call('reshape', [a], { shape: [-1, a.shape.at(-1) as number] });
  const product = call(b.shape.length === 1 ? 'mv' : 'mm', [rows, b]);
  return unsafeView(product, [...a.shape.slice(0, -1), ...b.shape.slice(1)]);
}

function stackedProduct(a: Tensor, b: Tensor): Tensor {
  const left = a.shape.length === 1 ? call('unsqueeze', [a], { dim: 0 }) : a;
  const right = b.shape.length === 1 ? call('unsqueeze', [b], { dim: 1 }) : b;
  const stack = broadcastShapes(left.shape.slice(0, -2), right.shape.slice(0, -2));
  const [wideA, wideB] = [left, right].map((each) => {
    const matrix = each.shape.slice(-2);
    const wide = call('expand', [each], { shape: [...stack, ...matrix] });
    return call('reshape', [wide], { shape: [sizeOf(stack), ...matrix] });
  });
  const product = call('bmm', [wideA, wideB]);
  const rows = a.shape.length === 1 ? [] : [left.shape.at(-2) as number];
  const columns = b.shape.length === 1 ? [] : [right.shape.at(-1) as number];
  return unsafeView(product, [...stack, ...rows, ...columns]);
}

/** A new shape for a tensor that nobody else has. */
function unsafeView(tensor: Tensor, shape: number[]): Tensor {
  return call('_unsafe_view', [tensor], { shape });
}

export const unsafeViewOperation = defineOperation<{ shape: number[] }>({
  name: '_unsafe_view',
  node: 'UnsafeViewBackward0',
  forward: ([input], { shape }) => call('view', [input], { shape }),
  backward: ([gradient], { shapes: [shape = []] }) => [
    gradient && call('reshape', [gradient], { shape: [...shape] }),
  ],
});
