import { percentExact } from '../../lib/format.ts';
import { useWidth } from '../../ui/chart/useWidth.ts';
import { BlockDrawing } from '../../ui/network/BlockDrawing.tsx';
import { FlowFrame } from '../../ui/network/Flow.tsx';
import type { Part } from '../../ui/network/PartMark.tsx';
import { MapMark } from './MapMark.tsx';
import { passAt, type BlockRun } from './run.ts';
import type { BlockSettings } from './settings.ts';
import { stages, type StageId } from './stages.ts';

const layers = [
  { id: 'conv1', name: 'conv' },
  { id: 'bn1', name: 'BN' },
  { id: 'relu1', name: 'ReLU' },
  { id: 'conv2', name: 'conv' },
  { id: 'bn2', name: 'BN' },
];
const relu = { id: 'relu2', name: 'ReLU' };
const multiplied = { norm: ['bn2', 'f'], weights: ['conv1', 'conv2', 'f'] };

interface Props {
  run: BlockRun | null;
  settings: BlockSettings;
  most: number;
}

/**
 * Both blocks with their maps in place, so that each reads as its equation. What the factor multiplies is lit, and
 * the branches fade as F(x) does. Values flow to the right on a wide screen, down on a narrow one: the style sheet
 * shows what fits.
 */
export function Blocks(props: Props) {
  return (
    <FlowFrame>
      <WideBlocks {...props} />
      <NarrowBlocks {...props} />
    </FlowFrame>
  );
}

const widthBeforeMeasuring = 1050;
/** Of all but the maps, in pixels. */
const rest = { medium: 500, dense: 330 };
const largest = 132;
const leastWidth = 700;

function WideBlocks(props: Props) {
  const [holder, measured, taller] = useWidth<HTMLDivElement>(widthBeforeMeasuring);
  // Where it is not shown it has no width.
  const width = Math.max(leastWidth, measured);
  const look: keyof typeof rest = width < 980 ? 'dense' : 'medium';
  const side = Math.min(largest * taller, Math.floor((width - rest[look]) / 4));
  const place = placeMaps(props, side, 'below');
  const common = { look, branch: [...layers, place('branch')], flows: true, ...shrunk(props) };
  return (
    <div className="wide-blocks" ref={holder}>
      <p className="chart-title c-residual">Residual block</p>
      <BlockDrawing
        {...common}
        label={describe('residual', props)}
        plan={{ length: width, line: side / 2 + 34, rise: side / 2 + 30 }}
        across={side + 62}
        before={[place('x')]}
        shortcut={[]}
        after={[place('sum'), relu, place('residual')]}
      />
      <p className="chart-title c-plain">Plain block</p>
      <BlockDrawing
        {...common}
        label={describe('plain', props)}
        plan={{ length: width, line: side / 2 + 1 }}
        across={side + 29}
        before={[place('x')]}
        shortcut={null}
        after={[nothingAdded(side, 'right'), relu, place('plain')]}
      />
    </div>
  );
}

const narrow = { side: 64, length: 436, line: 33, rise: 114, across: 152 };

const branchSize: [number, number] = [34, 56];

function NarrowBlocks(props: Props) {
  const { side, length, line, rise, across } = narrow;
  const place = placeMaps(props, side, 'beside');
  const common = {
    ...{ look: 'dense' as const, across, flows: true, before: [place('x')], ...shrunk(props) },
    branch: [{ id: 'f', name: 'F', size: branchSize }, place('branch')],
  };
  const plan = { direction: 'down', length, line, rise, gap: 8 } as const;
  return (
    <div className="narrow-blocks">
      <div>
        <p className="chart-title c-residual">Residual block</p>
        <BlockDrawing
          {...common}
          label={describe('residual', props)}
          plan={plan}
          shortcut={[]}
          after={[place('sum'), relu, place('residual')]}
        />
      </div>
      <div>
        <p className="chart-title c-plain">Plain block</p>
        <BlockDrawing
          {...common}
          label={describe('plain', props)}
          plan={plan}
          shortcut={null}
          after={[nothingAdded(side, 'down'), relu, place('plain')]}
        />
      </div>
    </div>
  );
}

/** Makes the part of a drawing that is a stage's map. */
function placeMaps({ run, settings, most }: Props, side: number, names: 'below' | 'beside') {
  const all = stages(run, settings);
  return (id: StageId): Part => ({
    ...{ id, name: '', size: [side, side] },
    content: <MapMark stage={all[id]} channel={settings.channel} {...{ most, side, names }} />,
  });
}

/** The way goes on where the other block has its sum. */
function nothingAdded(side: number, direction: 'right' | 'down'): Part {
  const d = direction === 'right' ? `M${-side / 2} 0H${side / 2}` : `M0 ${-side / 2}V${side / 2}`;
  return {
    id: 'no-sum',
    name: '',
    size: [side, side],
    content: <path className="way out" d={d} />,
  };
}

/** How both drawings show what the factor multiplies. */
function shrunk({ run, settings }: Props) {
  return {
    lit: settings.factor < 1 ? multiplied[settings.shrinks] : [],
    factor: Math.min(1, leftOf(run, settings)),
  };
}

/** The share of its norm that F(x) has. As measured: batch norm scales what smaller weights bring up again. */
function leftOf(run: BlockRun | null, settings: BlockSettings): number {
  const [pass, whole] = [passAt(run, settings), passAt(run, { ...settings, factor: 1 })];
  return pass && whole ? pass.branch.norm / whole.branch.norm : settings.factor;
}

function describe(kind: 'residual' | 'plain', { run, settings }: Props): string {
  const left = percentExact(leftOf(run, settings));
  return kind === 'residual'
    ? `The residual block: F(x) at ${left} plus x, then a ReLU.`
    : `The plain block: F(x) at ${left}, then a ReLU. Nothing is added.`;
}
