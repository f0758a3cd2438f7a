import { percentExact } from '../../lib/format.ts';
import { useWidth } from '../../ui/chart/useWidth.ts';
import { BlockDrawing } from '../../ui/network/BlockDrawing.tsx';
import { FlowFrame } from '../../ui/network/Flow.tsx';
import { passAt, type BlockRun } from './run.ts';
import type { BlockSettings } from './settings.ts';

const branch = [
  { id: 'conv1', name: 'conv' },
  { id: 'bn1', name: 'BN' },
  { id: 'relu1', name: 'ReLU' },
  { id: 'conv2', name: 'conv' },
  { id: 'bn2', name: 'BN' },
];
const after = [{ id: 'relu2', name: 'ReLU' }];
const multiplied = { norm: ['bn2'], weights: ['conv1', 'conv2'] };
const widthBeforeMeasuring = 500;

/** Both blocks: what the factor multiplies is lit, and their branches fade as F(x) does. */
export function Blocks({ run, settings }: { run: BlockRun | null; settings: BlockSettings }) {
  const { factor, shrinks } = settings;
  const [holder, width] = useWidth<HTMLDivElement>(widthBeforeMeasuring);
  const look = width < 440 ? 'dense' : 'medium';
  const lit = shrinks === 'norm' ? multiplied.norm : multiplied.weights;
  const whole = passAt(run, { shrinks, factor: 1 });
  const pass = passAt(run, settings);
  // As measured: batch norm scales what smaller weights bring up again.
  const left = pass && whole ? pass.branch.norm / whole.branch.norm : factor;
  const common = {
    look,
    branch,
    after,
    lit,
    factor: Math.min(1, left),
    plan: { length: width },
  } as const;
  return (
    <FlowFrame>
      <div className="machine-blocks">
        <div ref={holder}>
          <p className="chart-title c-residual">Residual block</p>
          <BlockDrawing
            {...common}
            label={`The residual block: F(x) at ${percentExact(left)}, the shortcut whole.`}
            shortcut={[]}
            names={{ x: 'x', y: 'y' }}
            flows
          />
        </div>
        <div>
          <p className="chart-title c-plain">Plain block</p>
          <BlockDrawing
            {...common}
            label={`The plain block: F(x) at ${percentExact(left)}, and no shortcut.`}
            // Below the other block there is none beside it to be level with.
            plan={{ length: width, ...(look === 'dense' && { line: 30 }) }}
            shortcut={null}
            names={{ x: 'x', y: 'y' }}
            flows
          />
        </div>
      </div>
    </FlowFrame>
  );
}
