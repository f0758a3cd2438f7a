import { useId, useState } from 'react';
import type { PictureProps } from '../../figure/defineFigure.tsx';
import { Bar } from '../../figure/frame/Frame.tsx';
import { Presets } from '../../figure/settings/Presets.tsx';
import { Takeaway } from '../../figure/frame/Takeaway.tsx';
import { findBlockProblem, presets, type BlockSettings } from './block.ts';
import { takeaway } from './describe.ts';
import { Drawing } from './Drawing.tsx';
import { sendThrough } from './flow.ts';
import { Layers } from './Layers.tsx';

/** The block with its shapes, its layers to set below it, and what PyTorch would say. */
export function Picture({ settings, change }: PictureProps<BlockSettings>) {
  const problemId = useId();
  const problem = findBlockProblem(settings);
  const [shown, setShown] = useState(settings);
  // What is being typed may not be a block yet; the last one that was stays in the picture.
  if (!problem && shown !== settings) setShown(settings);
  const flow = sendThrough(shown);
  const error = flow.failsAt && flow.steps[flow.failsAt].error;
  return (
    <>
      <Drawing settings={shown} flow={flow} />
      <Bar>
        <Layers settings={settings} problemId={problemId} change={change} />
      </Bar>
      <div className={`verdict ${error ? 'raised' : ''}`.trimEnd()} aria-live="polite">
        {problem ? (
          <p className="problem" id={problemId}>
            {problem}
          </p>
        ) : (
          <pre data-error="" translate="no">
            <code>{error ?? `y.shape == torch.Size([${flow.steps.sum.shape?.join(', ')}])`}</code>
          </pre>
        )}
        <Takeaway>{takeaway(shown, flow)}</Takeaway>
      </div>
      <Presets label="Blocks to start from" presets={presets} settings={settings} change={change} />
    </>
  );
}
