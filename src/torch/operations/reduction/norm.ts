import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { infoOf, isFloating } from '../../tensor/dtype.ts';
import { TorchError } from '../../TorchError.ts';
import { onlyWhere, over, power, scalar, times } from '../expressions.ts';
import { first } from '../inputs.ts';
import { foldRow, reduce, type Reduction, spread } from './dims.ts';

interface Norm extends Reduction {
  p: number;
}

/** The p-norm over dimensions, or of everything */
export const norm = defineOperation<Norm>({
  name: 'norm',
  node: 'NormBackward1',
  forward: (inputs, attributes) => {
    const input = first(inputs);
    const { p } = attributes;
    if (!isFloating(input.dtype)) {
      throw new TorchError(
        'RuntimeError',
        'norm(): input dtype should be either floating point or complex. ' +
          `Got ${infoOf(input.dtype).scalar} instead.`,
      );
    }
    if (p === Infinity)
      return reduce(
        input,
        attributes,
        input.dtype,
        0,
        foldRow((m, x) => Math.max(m, Math.abs(x))),
      );
    if (p === -Infinity) {
      return reduce(
        input,
        attributes,
        input.dtype,
        Infinity,
        foldRow((m, x) => Math.min(m, Math.abs(x))),
      );
    }
    if (p === 0)
      return reduce(
        input,
        attributes,
        input.dtype,
        0,
        foldRow((n, x) => n + (x ? 1 : 0)),
      );
    if (p === 2)
      return reduce(
        input,
        attributes,
        input.dtype,
        0,
        foldRow((s, x) => s + x * x),
        Math.sqrt,
      );
    return reduce(
      input,
      attributes,
      input.dtype,
      0,
      foldRow((sum, x) => sum + Math.abs(x) ** p),
      (sum) => sum ** (1 / p),
    );
  },
  saves: () => ({ inputs: [0], outputs: [0] }),
  backward: ([gradient], { inputs: [x], outputs: [result], attributes }) => {
    if (!gradient || !x || !result) return [];
    const { p } = attributes;
    const wide = spread(gradient, x.shape, attributes);
    const length = spread(result, x.shape, attributes);
    const sign = call('sign', [x]);
    if (p === 0) return [times(wide, 0)];
    if (p === 1) return [times(wide, sign)];
    if (Math.abs(p) === Infinity) {
      const mask = call('eq', [call('abs', [x]), length]);
      const count = call('sum', [mask], { ...attributes, keepdim: true });
      return [onlyWhere(mask, over(times(wide, sign), count))];
    }
    const numerator = p === 2 ? x : times(sign, power(call('abs', [x]), p - 1));
    const slope = over(numerator, p === 2 ? length : power(length, p - 1));
    return [times(wide, onlyWhere(call('ne', [length, scalar(0)]), slope))];
  },
});
