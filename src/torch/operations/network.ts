import { register } from '../table.ts';
import { conv2d, conv2dFilterGradient, conv2dInputGradient } from './convolution/conv2d.ts';
import { linear } from './linear/linear.ts';
import { crossEntropy } from './loss/crossEntropy.ts';
import { mseLoss } from './loss/mseLoss.ts';
import { nllLoss } from './loss/nllLoss.ts';
import { batchNorm, batchNormGradient } from './normalization/batchNorm.ts';
import { adaptiveAvgPool2d, avgPool2d } from './pooling/averagePool.ts';
import { adaptiveMaxPool2d, maxPool2d, pickGradient } from './pooling/maxPool.ts';
import { bernoulli, bernoulliOf, normal, randperm, random, uniform } from './random/draw.ts';

/** Adds what layers, losses and random numbers need. */
export function registerNetworkOperations(): void {
  register(conv2d, conv2dInputGradient, conv2dFilterGradient, linear);
  register(batchNorm, batchNormGradient);
  register(maxPool2d, adaptiveMaxPool2d, pickGradient);
  for (const { forward, gradient } of [avgPool2d, adaptiveAvgPool2d]) register(forward, gradient);
  register(nllLoss, crossEntropy, mseLoss);
  register(uniform, normal, random, bernoulli, bernoulliOf, randperm);
}
