import type { ReactElement } from 'react';
import { classifier } from './classifier.tsx';
import { codeAndDrawing } from './codeAndDrawing.tsx';
import { degradationLab } from './degradationLab.tsx';
import { depthTimeline } from './depthTimeline.tsx';
import { paths } from './paths.tsx';
import { shapeWorkshop } from './shapeWorkshop.tsx';

/** Every widget's states. `npm run dev` shows them all at /gallery/. */
export const gallery: Record<string, Record<string, { element: ReactElement; says: string }>> = {
  'degradation lab': degradationLab,
  classifier,
  'code and drawing': codeAndDrawing,
  'depth timeline': depthTimeline,
  paths,
  'shape workshop': shapeWorkshop,
};
