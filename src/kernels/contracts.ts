import type { NamedAttrMap } from '@tensorflow/tfjs-core';

/**
 * The kernels this project adds to TensorFlow.js: names, inputs, attributes, outputs.
 * Feature maps are channels-last, [batch, height, width, channels], float32; M below is
 * batch · height · width, the values a channel has.
 *
 * A backend takes part by `registerKernel({kernelName, backendName, kernelFunc})` before
 * registerKernels() fills the gaps with composed forms. Shapes have been checked by the operations.
 *
 * "In place": the kernel may write into that input and return its dataId again (with
 * `backend.incRef`), since the caller gives the input up. Beware of backends that remember a tensor
 * by its dataId: TensorFlow.js's own Conv2D on wasm packs each filter once.
 */

/**
 * y = max(0, γ · (x − mean) / √(variance + ε) + β + addend), the maximum only with `relu`.
 * inputs  x [batch, height, width, C], scale γ [C], offset β [C], addend? as x
 * outputs [y as x, mean [C], variance [C] (biased: divided by M)]
 */
export const BatchNormTraining = 'BatchNormTraining';
export interface BatchNormTrainingAttrs extends NamedAttrMap {
  epsilon: number;
  relu: boolean;
  /** Whether there is an addend; the gradient kernel then returns its gradient too. */
  addend: boolean;
}

/**
 * The gradient of BatchNormTraining; mean and variance depend on x.
 * inputs  dy as x, x, scale [C], mean [C], variance [C], y? as x (given when `relu`: dy counts where y > 0)
 * attrs   those of the forward pass
 * outputs [dx as x, dScale [C], dOffset [C]], and dAddend as x when `addend`
 */
export const BatchNormTrainingGrad = 'BatchNormTrainingGrad';

/**
 * running' = (1 − momentum) · running + momentum · batch statistic, the variance made unbiased
 * by `correction` = M / (M − 1).
 * inputs  runningMean [C] (in place), runningVariance [C] (in place), mean [C], variance [C]
 * outputs [runningMean' [C], runningVariance' [C]]
 */
export const RunningStatisticsUpdate = 'RunningStatisticsUpdate';
export interface RunningStatisticsUpdateAttrs extends NamedAttrMap {
  momentum: number;
  correction: number;
}

/**
 * The mean over the batch of −log softmax(logits)[label], and its gradient by the logits.
 * inputs  logits [batch, classes], labels [batch] int32 in [0, classes)
 * outputs [loss [], dLogits [batch, classes] = (softmax − onehot) / batch]
 */
export const SoftmaxCrossEntropyWithGrad = 'SoftmaxCrossEntropyWithGrad';

/**
 * v' = momentum · v + (g + weightDecay · w);  w' = w − learningRate · v', for k tensors at once.
 * inputs  an array: k weights (in place), k velocities (in place), k gradients
 * outputs [k weights, k velocities]
 */
export const SgdMomentumUpdate = 'SgdMomentumUpdate';
export interface SgdMomentumUpdateAttrs extends NamedAttrMap {
  learningRate: number;
  momentum: number;
  weightDecay: number;
}

/**
 * y = max(0, γ · (x − mean) / √(variance + ε) + β + addend), the maximum only with `relu`: batch norm
 * with statistics that are given.
 * inputs  x [batch, height, width, C], mean [C], variance [C], scale γ [C], offset β [C], addend? as x
 * outputs y as x
 */
export const BatchNormEvaluation = 'BatchNormEvaluation';
export interface BatchNormEvaluationAttrs extends NamedAttrMap {
  epsilon: number;
  relu: boolean;
}

/**
 * The mean of every feature map.
 * inputs  x [batch, height, width, C]
 * outputs y [batch, C]
 */
export const GlobalAveragePool = 'GlobalAveragePool';

/**
 * inputs  dy [batch, C]
 * outputs dx [batch, height, width, C] = dy / (height · width)
 */
export const GlobalAveragePoolGrad = 'GlobalAveragePoolGrad';
export interface GlobalAveragePoolGradAttrs extends NamedAttrMap {
  height: number;
  width: number;
}

/**
 * Every second pixel of every second row, and zeros for channels that are new.
 * inputs  x [batch, height, width, C]
 * outputs y [batch, ⌈height/2⌉, ⌈width/2⌉, outChannels]
 */
export const Subsample = 'Subsample';
export interface SubsampleAttrs extends NamedAttrMap {
  outChannels: number;
}

/**
 * inputs  dy [batch, ⌈height/2⌉, ⌈width/2⌉, outChannels]
 * outputs dx [batch, height, width, C], zero where Subsample passed over
 */
export const SubsampleGrad = 'SubsampleGrad';
export interface SubsampleGradAttrs extends NamedAttrMap {
  height: number;
  width: number;
  channels: number;
}
