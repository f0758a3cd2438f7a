import type { ComponentType } from 'react';

/** Every widget a lesson may place, by the name it has in MDX. This is the only registry of widgets. */
export const widgets = {
  DegradationLab: {
    name: 'degradation-lab',
    load: () => import('./widgets/degradation-lab/DegradationLab.tsx'),
  },
  DegradationEvidence: {
    name: 'degradation-evidence',
    load: () => import('./widgets/degradation-evidence/DegradationEvidence.tsx'),
  },
  Classifier: {
    name: 'classifier',
    load: () => import('./widgets/classifier/Classifier.tsx'),
  },
  ShapeWorkshop: {
    name: 'shape-workshop',
    load: () => import('./widgets/shape-workshop/ShapeWorkshop.tsx'),
  },
  DepthTimeline: {
    name: 'depth-timeline',
    load: () => import('./widgets/depth-timeline/DepthTimeline.tsx'),
  },
  CodeAndDrawing: {
    name: 'code-and-drawing',
    load: () => import('./widgets/code-and-drawing/CodeAndDrawing.tsx'),
  },
  Paths: {
    name: 'paths',
    load: () => import('./widgets/paths/Paths.tsx'),
  },
  LearnToCopy: {
    name: 'learn-to-copy',
    load: () => import('./widgets/learn-to-copy/LearnToCopy.tsx'),
  },
  GradientThermometer: {
    name: 'gradient-thermometer',
    load: () => import('./widgets/gradient-thermometer/GradientThermometer.tsx'),
  },
  BlockMachine: {
    name: 'block-machine',
    load: () => import('./widgets/block-machine/BlockMachine.tsx'),
  },
  LayerHistogram: {
    name: 'layer-histogram',
    load: () => import('./widgets/layer-histogram/LayerHistogram.tsx'),
  },
  LesionStudy: {
    name: 'lesion-study',
    load: () => import('./widgets/lesion-study/LesionStudy.tsx'),
  },
} satisfies Record<string, Widget>;

interface Widget {
  /** What `data-widget` says on the figure. */
  name: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each widget has props of its own
  load: () => Promise<{ default: ComponentType<any> }>;
}
