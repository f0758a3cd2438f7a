import { call } from '../../call.ts';
import { defineOperation } from '../../Operation.ts';
import type { Tensor } from '../../tensor/Tensor.ts';
import type { NllAttributes } from './nllLoss.ts';

/**
 * input: logits [batch, classes, …] or [classes], target: classes [batch, …] or [], weight [classes] or undefined →
 * the cross-entropy of softmax(input), by reduction. Made of operations that have gradients.
 */
export const crossEntropy = defineOperation<NllAttributes>({
  name: 'cross_entropy',
  forward: ([input, target, weight], attributes) => {
    const dim = (input as Tensor).shape.length === 1 ? 0 : 1;
    const logs = call('log_softmax', [input], { dim });
    return call('nll_loss', [logs, target, weight], attributes);
  },
});
