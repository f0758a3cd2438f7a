import type { ReactNode } from 'react';
import { Curves } from './Curves.tsx';
import { Halves, Network } from './Slabs.tsx';
import { PathBars } from './PathBars.tsx';
import { SmallBlock } from './SmallBlock.tsx';
import { TwoSpreads } from './TwoSpreads.tsx';

/** What stands for each lesson, by its id: its main figure, small and without words. */
const pictures: Record<string, ReactNode> = {
  degradation: <Curves />,
  residual: <SmallBlock layers={2} box={[28, 34]} factor={0.25} />,
  block: <SmallBlock layers={5} box={[11, 34]} hasRelu />,
  downsampling: <Halves />,
  batchnorm: <TwoSpreads />,
  resnet34: <Network />,
  gradients: <PathBars />,
  transformers: (
    <>
      <SmallBlock layers={1} box={[20, 30]} length={80} />
      <SmallBlock layers={1} box={[20, 30]} length={80} />
    </>
  ),
};

/** A lesson's small picture, for where the lesson is named in words beside it. Throws where it has none. */
export function LessonPicture({ id }: { id: string }) {
  const picture = pictures[id];
  if (!picture) throw new Error(`The lesson ${id} has no small picture.`);
  return (
    <div className="lesson-picture" data-picture-of={id} aria-hidden="true">
      {picture}
    </div>
  );
}
