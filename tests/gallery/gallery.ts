import type { ReactElement } from 'react';
import { classifier } from './classifier.tsx';
import { degradationLab } from './degradationLab.tsx';

/** Every widget's states. `npm run dev` shows them all at /gallery/. */
export const gallery: Record<string, Record<string, { element: ReactElement; says: string }>> = {
  'degradation lab': degradationLab,
  classifier,
};
