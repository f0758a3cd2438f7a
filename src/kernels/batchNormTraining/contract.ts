import type { Tensor1D, Tensor4D } from '@tensorflow/tfjs-core';
import type { Kernel } from '../kernel.ts';
import type { RunningStatisticsUpdate } from '../runningStatisticsUpdate/contract.ts';

export const BatchNormTraining = 'BatchNormTraining';
/**
 * y = max(0, γ · (x − mean) / √(variance + ε) + β + addend), the maximum only with `relu`, with the
 * batch's own mean and biased variance.
 * x, addend, y [batch, height, width, C]; scale γ, offset β, mean, variance [C]
 */
export type BatchNormTraining = Kernel<
  { x: Tensor4D; scale: Tensor1D; offset: Tensor1D; addend?: Tensor4D },
  {
    epsilon: number;
    relu: boolean;
    /** Whether there is an addend; the gradient kernel then returns its gradient too. */
    addend: boolean;
  },
  [y: Tensor4D, mean: Tensor1D, variance: Tensor1D]
>;

export const BatchNormTrainingWithUpdate = 'BatchNormTrainingWithUpdate';
/**
 * BatchNormTraining, and RunningStatisticsUpdate by the mean and variance that it finds.
 * Its gradient is that of BatchNormTraining.
 */
export type BatchNormTrainingWithUpdate = Kernel<
  BatchNormTraining['inputs'] & Pick<RunningStatisticsUpdate['inputs'], Running>,
  BatchNormTraining['attrs'] & RunningStatisticsUpdate['attrs'],
  [...BatchNormTraining['outputs'], ...RunningStatisticsUpdate['outputs']]
>;

type Running = 'runningMean' | 'runningVariance';

export const BatchNormTrainingGrad = 'BatchNormTrainingGrad';
/**
 * The gradient of BatchNormTraining; mean and variance depend on x. y is given when `relu`: dy counts
 * where y > 0.
 * dy, x, y, dx, dAddend [batch, height, width, C]; the others [C]
 */
export type BatchNormTrainingGrad = Kernel<
  {
    dy: Tensor4D;
    x: Tensor4D;
    scale: Tensor1D;
    mean: Tensor1D;
    variance: Tensor1D;
    y?: Tensor4D;
  },
  BatchNormTraining['attrs'],
  [dx: Tensor4D, dScale: Tensor1D, dOffset: Tensor1D, ...dAddend: Tensor4D[]]
>;
