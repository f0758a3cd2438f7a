import type { Experiment, ExperimentName, Finding } from '../contract/experiments.ts';
import { block } from './block.ts';
import { copy } from './copy.ts';
import { gradients } from './gradients.ts';
import { histogram } from './histogram.ts';
import { lesions } from './lesions.ts';
import type { Sources } from './sources.ts';
import { sycophancyReading } from './sycophancy/read.ts';
import { sycophancySteering } from './sycophancy/steer.ts';
import { sycophancySurvey } from './sycophancy/survey.ts';
import { sycophancyTraining } from './sycophancy/train.ts';
import { trainedNetwork } from './trainedNetwork.ts';

/**
 * Every experiment there is: an async generator of findings. Pulling the next finding lets it go on; a
 * `return()` ends it and frees its tensors.
 */
const experiments: {
  [N in ExperimentName]: (
    asked: Experiment<N>,
    sources: Sources,
  ) => AsyncGenerator<Finding<N>, void>;
} = {
  ...{ copy, gradients, block, histogram, lesions, trainedNetwork },
  ...{ sycophancyTraining, sycophancyReading, sycophancySteering, sycophancySurvey },
};

/** Starts an experiment. */
export function experiment<N extends ExperimentName>(
  asked: Experiment<N>,
  sources: Sources,
): AsyncGenerator<Finding<N>, void> {
  return experiments[asked.name](asked, sources);
}
