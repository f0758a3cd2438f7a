import { ResNet34 } from '../models/resnet.ts';
import { foldBatchNorm } from '../nn/foldBatchNorm.ts';
import { loadStateDict } from '../nn/state.ts';
import type { StateDict } from '../contract/stateDict.ts';

/** A ResNet-34 with weights, ready to look at pictures: batch norm is folded into the convolutions. */
export function createPretrained(classes: number, state: StateDict): ResNet34 {
  const network = new ResNet34(classes).eval();
  loadStateDict(network, state);
  foldBatchNorm(network);
  return network;
}
