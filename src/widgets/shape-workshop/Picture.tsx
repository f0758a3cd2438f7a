import { useId, useState } from 'react';
import type { PictureProps } from '../../figure/defineFigure.tsx';
import { Takeaway } from '../../figure/Takeaway.tsx';
import { findBlockProblem, type BlockSettings } from './block.ts';

import { takeaway } from './describe.ts';
import { Drawing } from './Drawing.tsx';
import { sendThrough } from './flow.ts';
import { Layers } from './Layers.tsx';

/** The block's layers to set, its drawing with the shapes, and what PyTorch would say. */
export function Picture({ settings, change }: PictureProps<BlockSettings>) {
  const problemId = useId();
  const problem = findBlockProblem(settings);
  const [shown, setShown] = useState(settings);
  // What is being typed may not be a block yet; the last one that was stays in the picture.
  if (!problem && shown !== settings) setShown(settings);
  const flow = sendThrough(shown);
  const error = flow.failsAt && flow.steps[flow.failsAt].error;
  return (
    <div className="workbench">
      <Layers settings={settings} problemId={problemId} change={change} />
      <Drawing settings={shown} flow={flow} />
      <div className="verdict" aria-live="polite">
        {problem ? (
          <p className="problem" id={problemId}>
            {problem}
          </p>
        ) : (
          <pre className={error ? 'raised' : ''} data-error="">
            <code>{error ?? `y.shape == torch.Size([${flow.steps.sum.shape?.join(', ')}])`}</code>
          </pre>
        )}
        <Takeaway>{takeaway(shown, flow)}</Takeaway>
      </div>
    </div>
  );
}
