import { useId, useRef, useState } from 'react';
import { unbroken } from '../../lib/format.ts';
import { FigureTools } from '../../figure/FigureTools.tsx';
import { fromQuery, toQuery } from '../../figure/link.ts';
import { useLink } from '../../figure/useLink.ts';
import { BlockDrawing } from './BlockDrawing.tsx';
import { Controls } from './Controls.tsx';
import { takeaway } from './describe.ts';
import { sendThrough } from './flow.ts';
import { fields } from './linkState.ts';
import { ShapeTable } from './ShapeTable.tsx';
import { findBlockProblem, forgottenProjection, presets, type BlockSettings } from './settings.ts';

/** A residual block whose layers the reader sets; shapes flow through it until they no longer fit. */
export default function ShapeWorkshop() {
  const [settings, setSettings] = useState(forgottenProjection.settings);
  useLink('shape-workshop', (query) =>
    setSettings(fromQuery(query, forgottenProjection.settings, fields)),
  );
  return <WorkshopView settings={settings} change={setSettings} />;
}

const queryFor = (settings: BlockSettings) =>
  toQuery(settings, forgottenProjection.settings, fields);

interface ViewProps {
  settings: BlockSettings;
  change: (settings: BlockSettings) => void;
}

/** The workshop as it looks for given settings. */
export function WorkshopView({ settings, change }: ViewProps) {
  const query = queryFor(settings);
  const frame = useRef<HTMLDivElement>(null);
  const problemId = useId();
  const problem = findBlockProblem(settings);
  const [shown, setShown] = useState(settings);
  // What is being typed may not be a block yet; the last one that was stays in the picture.
  if (!problem && shown !== settings) setShown(settings);
  const flow = sendThrough(shown);
  const error = flow.failsAt && flow.steps[flow.failsAt].error;

  return (
    <div className="figure-frame shape-workshop" ref={frame}>
      <h3 className="figure-title">Where do the shapes stop matching?</h3>
      <div className="buttons" role="group" aria-label="Blocks to start from">
        {presets.map((preset) => (
          <button
            key={preset.id}
            type="button"
            aria-pressed={query === queryFor(preset.settings)}
            onClick={() => change(preset.settings)}
          >
            {preset.label}
          </button>
        ))}
      </div>
      <div className="workbench">
        <Controls settings={settings} problemId={problemId} change={change} />
        <BlockDrawing settings={shown} flow={flow} />
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
          <p className="takeaway" data-takeaway="">
            {unbroken(takeaway(shown, flow))}
          </p>
        </div>
      </div>
      <FigureTools
        frame={frame}
        name="shape-workshop"
        reset={() => change(forgottenProjection.settings)}
        link={{ query }}
        picture="drawing"
      >
        <ShapeTable settings={shown} flow={flow} />
      </FigureTools>
    </div>
  );
}
