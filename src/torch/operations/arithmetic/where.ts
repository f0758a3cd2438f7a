import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { infoOf } from '../../tensor/dtype.ts';
import { cast } from '../../tensor/cast.ts';
import { resultType } from '../../tensor/promote.ts';
import { eachRow } from '../../tensor/rows.ts';
import { broadcastShapes, broadcastStrides } from '../../tensor/shape.ts';
import { zeros } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { onlyWhere, sumTo } from '../expressions.ts';
import { first, pair } from '../inputs.ts';

/** `a` where the mask is true, `b` elsewhere */
export const where = defineOperation({
  name: 'where',
  forward: (inputs) => {
    const mask = first(inputs);
    const [a, b] = pair(inputs.slice(1));
    if (mask.dtype !== 'bool' && mask.dtype !== 'uint8') {
      throw new TorchError(
        'RuntimeError',
        `expected condition to be a boolean tensor, but got a tensor with dtype ${infoOf(mask.dtype).scalar}`,
      );
    }
    const dtype = resultType([a, b]);
    const [yes, no] = [cast(a, dtype), cast(b, dtype)];
    const shape = broadcastShapes(mask.shape, broadcastShapes(a.shape, b.shape));
    const out = zeros(shape, dtype);
    const { data } = out.storage;
    const operands = [mask, yes, no];
    const [ofMask, ofYes, ofNo] = [mask.storage.data, yes.storage.data, no.storage.data];
    eachRow(
      shape,
      [out.strides, ...operands.map((each) => broadcastStrides(each, shape))],
      [0, ...operands.map((each) => each.offset)],
      ([to = 0, m = 0, y = 0, n = 0], [, stepM = 0, stepY = 0, stepN = 0], length) => {
        for (let i = 0; i < length; i++) {
          data[to + i] = (
            ofMask[m + i * stepM] ? ofYes[y + i * stepY] : ofNo[n + i * stepN]
          ) as number;
        }
      },
    );
    return out;
  },
  saves: () => ({ inputs: [0] }),
  backward: ([gradient], { inputs: [mask], shapes: [, a = [], b = []], needs }) => {
    if (!gradient || !mask) return [];
    return [
      undefined,
      needs[1] ? sumTo(onlyWhere(mask, gradient), a) : undefined,
      needs[2] ? sumTo(onlyWhere(call('logical_not', [mask]), gradient), b) : undefined,
    ];
  },
});

/** The second tensor's only number where the mask is true, the first tensor elsewhere */
export const maskedFill = defineOperation({
  name: 'masked_fill',
  forward: ([input, mask, value]) => {
    const target = first([input]);
    return cast(call('where', [mask, value, target]), target.dtype);
  },
  saves: () => ({ inputs: [1] }),
  backward: ([gradient], { inputs: [, mask], shapes: [shape = [], , value = []], needs }) => {
    if (!gradient || !mask) return [];
    return [
      needs[0] ? sumTo(onlyWhere(call('logical_not', [mask]), gradient), shape) : undefined,
      undefined,
      needs[2] ? sumTo(onlyWhere(mask, gradient), value) : undefined,
    ];
  },
});
