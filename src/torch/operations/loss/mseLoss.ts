import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { valuesOf } from '../../tensor/rows.ts';
import { fromData, type Tensor } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { minus, sumTo, times } from '../expressions.ts';
import type { ReductionName } from './nllLoss.ts';

interface MseAttributes {
  reduction: ReductionName;
}

/** input, target of shapes that broadcast → the squared differences, by reduction. */
export const mseLoss = defineOperation<MseAttributes>({
  name: 'mse_loss',
  forward: ([input, target], { reduction }) => {
    if (!['none', 'mean', 'sum'].includes(reduction)) {
      throw new TorchError('ValueError', `${reduction} is not a valid value for reduction`);
    }
    const away = call('sub', [input, target]);
    const squares = Float64Array.from(valuesOf(away), (value) => value * value);
    if (reduction === 'none') return fromData(squares, away.shape, away.dtype);
    const sum = squares.reduce((before, value) => before + value, 0);
    return fromData([reduction === 'mean' ? sum / squares.length : sum], [], away.dtype);
  },
  saves: () => ({ inputs: [0, 1] }),
  backward: ([gradient], { inputs, shapes, needs, attributes: { reduction } }) => {
    const [input, target] = inputs as [Tensor, Tensor];
    const away = minus(input, target);
    const slope = times(away, reduction === 'mean' ? 2 / away.size : 2);
    const whole = times(slope, gradient as Tensor);
    return [
      needs[0] ? sumTo(whole, shapes[0] ?? []) : undefined,
      needs[1] ? sumTo(times(whole, -1), shapes[1] ?? []) : undefined,
    ];
  },
});
