import type { Experiment, Finding } from '../../runtime/experimentProtocol.ts';
import { block } from './block.ts';
import { copy } from './copy.ts';
import { gradients } from './gradients.ts';
import { histogram } from './histogram.ts';
import { lesions, type PretrainedSource } from './lesions.ts';
import type { PictureSource } from './pictures.ts';

/** Runs an experiment: pulling the next finding lets it go on, a `return()` ends it and frees its tensors. */
export function experiment(
  asked: Experiment,
  pictures: PictureSource,
  pretrained: PretrainedSource,
): AsyncGenerator<Finding, void> {
  switch (asked.name) {
    case 'copy':
      return copy(asked, pictures);
    case 'block':
      return block(asked, pictures);
    case 'gradients':
      return gradients(asked, pictures);
    case 'histogram':
      return histogram(asked, pictures);
    case 'lesions':
      return lesions(asked, pretrained);
  }
}
