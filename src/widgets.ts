import type { Figure } from './figure/figure.ts';

/**
 * Every figure that a lesson may place, by the name of its folder; in MDX `learn-to-copy` is
 * `<LearnToCopy />`. This is the only registry of figures.
 */
export const widgets = {
  'degradation-lab': () => import('./widgets/degradation-lab/figure.tsx'),
  'degradation-evidence': () => import('./widgets/degradation-evidence/figure.ts'),
  'network-strip': () => import('./widgets/network-strip/figure.ts'),
  classifier: () => import('./widgets/classifier/figure.tsx'),
  'shape-workshop': () => import('./widgets/shape-workshop/figure.ts'),
  'depth-timeline': () => import('./widgets/depth-timeline/figure.ts'),
  'code-and-drawing': () => import('./widgets/code-and-drawing/figure.ts'),
  paths: () => import('./widgets/paths/figure.ts'),
  'learn-to-copy': () => import('./widgets/learn-to-copy/figure.ts'),
  'gradient-thermometer': () => import('./widgets/gradient-thermometer/figure.ts'),
  'block-machine': () => import('./widgets/block-machine/figure.ts'),
  'layer-histogram': () => import('./widgets/layer-histogram/figure.ts'),
  'agreement-training': () => import('./widgets/agreement-training/figure.ts'),
  'five-networks': () => import('./widgets/five-networks/figure.ts'),
  'stream-steering': () => import('./widgets/stream-steering/figure.ts'),
  'lesion-study': () => import('./widgets/lesion-study/figure.ts'),
  'residual-river': () => import('./widgets/residual-river/figure.ts'),
  'two-streams': () => import('./widgets/two-streams/figure.ts'),
} satisfies Record<string, () => Promise<{ default: Figure }>>;

export type WidgetName = keyof typeof widgets;

export const widgetNames = Object.keys(widgets) as WidgetName[];

/** What a figure is called in MDX. */
export function componentName(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
