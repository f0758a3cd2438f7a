import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { matMulGradient } from '../../src/kernels/matMul/gradient.ts';
import { describeBackends } from '../reference/backends.ts';
import { pattern } from '../reference/pattern.ts';
import { expectCloseOn } from './onBackend.ts';

/** Sides that are and aren't multiples of 4. */
const cases: [rows: number, inner: number, columns: number][] = [
  [5, 8, 12],
  [3, 5, 7],
  [1, 4, 1],
  [6, 3, 4],
  [256, 6, 5],
  [300, 8, 12],
];

/** Row-major matrices by their definition, in float64. */
function multiply(a: ArrayLike<number>, b: ArrayLike<number>, inner: number): Float64Array {
  const rows = a.length / inner;
  const columns = b.length / inner;
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      for (let k = 0; k < inner; k++)
        product[i * columns + j]! += a[i * inner + k]! * b[k * columns + j]!;
  return product;
}

function transpose(matrix: ArrayLike<number>, columns: number): Float64Array {
  const rows = matrix.length / columns;
  return Float64Array.from(matrix, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)]!);
}

describeBackends('matMul', (backend) => {
  const expectClose = expectCloseOn(backend);

  test.each(cases)('%i×%i to %i columns, with its gradients', async (rows, inner, columns) => {
    const a = pattern('a', [rows, inner], 4);
    const b = pattern('b', [inner, columns], 2);
    const dy = pattern('dy', [rows, columns], 2);
    const { value, grads } = tf.tidy(() =>
      tf.valueAndGrads((a, b) => tf.matMul(a, b))(
        [tf.tensor2d(a, [rows, inner]), tf.tensor2d(b, [inner, columns])],
        tf.tensor2d(dy, [rows, columns]),
      ),
    );
    const [da, db] = grads as [tf.Tensor, tf.Tensor];
    expect(value.shape).toEqual([rows, columns]);
    expect([da.shape, db.shape]).toEqual([
      [rows, inner],
      [inner, columns],
    ]);
    expectClose(await value.data(), multiply(a, b, inner), 'forward', 'product');
    const expectedDa = multiply(dy, transpose(b, columns), columns);
    expectClose(await da.data(), expectedDa, 'gradient', 'da');
    expectClose(await db.data(), multiply(transpose(a, inner), dy, rows), 'gradient', 'db');
    tf.dispose([value, grads]);
  });

  test('a gradient says that it knows no transposed arguments', () => {
    tf.tidy(() => {
      const square = tf.ones([2, 2]);
      expect(() => matMulGradient.gradFunc(square, [square, square], { transposeA: true })).toThrow(
        'transposed arguments is not implemented',
      );
    });
  });
});
