// The module's exports. It has no data and no heap of its own: every address is given by the caller,
// in the memory of the TensorFlow.js backend it is instantiated on.
export { batchNormTraining } from './batchNormTraining';
export { batchNormTrainingGrad } from './batchNormTrainingGrad';
export { convolve } from './convolve';
export { filterGradient } from './filterGradient';
export { zeroFloats } from './floats';
export { packPanels } from './panels';
export { sgdMomentumUpdate } from './sgdMomentumUpdate';
export { winogradConvolve } from './winogradConvolve';
export { winogradFilterGradient } from './winogradFilterGradient';
