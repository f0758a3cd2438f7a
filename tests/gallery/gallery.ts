import type { ReactElement } from 'react';
import { classifier } from './classifier.tsx';
import { codeAndDrawing } from './codeAndDrawing.tsx';
import { degradationLab } from './degradationLab.tsx';
import { depthTimeline } from './depthTimeline.tsx';
import { paths } from './paths.tsx';
import { shapeWorkshop } from './shapeWorkshop.tsx';
import { blockMachine } from './blockMachine.tsx';
import { gradientThermometer } from './gradientThermometer.tsx';
import { layerHistogram } from './layerHistogram.tsx';
import { learnToCopy } from './learnToCopy.tsx';
import { lesionStudy } from './lesionStudy.tsx';

/** Every widget's states. `npm run dev` shows them all at /gallery/. */
export const gallery: Record<string, Record<string, { element: ReactElement; says: string }>> = {
  'degradation lab': degradationLab,
  classifier,
  'code and drawing': codeAndDrawing,
  'depth timeline': depthTimeline,
  paths,
  'shape workshop': shapeWorkshop,
  'block machine': blockMachine,
  'layer histogram': layerHistogram,
  'learn to copy': learnToCopy,
  'gradient thermometer': gradientThermometer,
  'lesion study': lesionStudy,
};
