import type { Claim } from '../../../content/claims/claim.ts';
import { claims as ofBatchnorm } from '../../../content/claims/batchnorm.ts';
import { claims as ofBlock } from '../../../content/claims/block.ts';
import { claims as ofChapter } from '../../../content/claims/chapter.ts';
import { claims as ofCover } from '../../../content/claims/cover.ts';
import { claims as ofDegradation } from '../../../content/claims/degradation.ts';
import { claims as ofDownsampling } from '../../../content/claims/downsampling.ts';
import { claims as ofFigures } from '../../../content/claims/figuresPage.ts';
import { claims as ofGlossary } from '../../../content/claims/glossary.ts';
import { claims as ofInstructors } from '../../../content/claims/instructors.ts';
import { claims as ofGradients } from '../../../content/claims/gradients.ts';
import { claims as ofResidual } from '../../../content/claims/residual.ts';
import { claims as ofResnet34 } from '../../../content/claims/resnet34.ts';
import { claims as ofTransformers } from '../../../content/claims/transformers.ts';

/** The claims of each page that is in the ledger, by its folder; those of several pages under 'chapter'. */
export const claimsByPage: Record<string, readonly Claim[]> = {
  '': ofCover,
  'degradation/': ofDegradation,
  'residual/': ofResidual,
  'block/': ofBlock,
  'downsampling/': ofDownsampling,
  'batchnorm/': ofBatchnorm,
  'resnet34/': ofResnet34,
  'gradients/': ofGradients,
  'transformers/': ofTransformers,
  'glossary/': ofGlossary,
  'figures/': ofFigures,
  'instructors/': ofInstructors,
};

/** What several pages print. */
export const sharedClaims = ofChapter;
