import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import { resultType } from '../../tensor/promote.ts';
import { cast } from '../../tensor/cast.ts';
import type { Tensor } from '../../tensor/Tensor.ts';
import { TorchError } from '../../TorchError.ts';
import { onlyWhere, sumTo } from '../expressions.ts';
import { first } from '../inputs.ts';

/** x between the second and the third input, either of which may be missing */
export const clamp = defineOperation({
  name: 'clamp',
  node: (_, [, low, high]) => ((low ?? high)?.isNumber ? 'ClampBackward1' : 'ClampBackward0'),
  forward: (inputs) => {
    const x = first(inputs);
    const [, low, high] = inputs;
    if (!low && !high) {
      throw new TorchError(
        'RuntimeError',
        "torch.clamp: At least one of 'min' or 'max' must not be None",
      );
    }
    let result = x;
    if (low) result = call('maximum', [result, low]);
    if (high) result = call('minimum', [result, high]);
    return cast(result, resultType([x, low, high].filter((each): each is Tensor => !!each)));
  },
  saves: () => ({ inputs: [0, 1, 2] }),
  backward: ([gradient], { inputs: [x, low, high], shapes: [shape = []] }) => {
    if (!gradient || !x) return [];
    let mask: Tensor | undefined;
    if (low) mask = call('ge', [x, low]);
    if (high) {
      const below = call('le', [x, high]);
      mask = mask ? call('logical_and', [mask, below]) : below;
    }
    return [mask && sumTo(onlyWhere(mask, gradient), shape)];
  },
});
