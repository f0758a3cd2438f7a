import { useWidth } from '../../ui/chart/useWidth.ts';
import { shapeText, takeaway } from './describe.ts';
import type { Flow, Place, Shape } from './flow.ts';
import { layerText, layOut, placeMark, slab } from './layout.ts';
import type { BlockSettings } from './block.ts';

interface Props {
  settings: BlockSettings;
  flow: Flow;
}

const widthBeforeMeasuring = 540;

/** The block from input to output: the branch on the left, the shortcut on the right, a shape on each way. */
export function BlockDrawing({ settings, flow }: Props) {
  const [holder, width] = useWidth<HTMLDivElement>(widthBeforeMeasuring);
  const { steps, failsAt } = flow;
  const at = layOut(width);
  const { branchX, shortcutX, y, boxHeight, shapeHeight } = at;
  const box = boxHeight / 2;
  const identity = flow.shortcutIs === 'identity';
  const shapeAt = (x: number, centre: number, name: string, shape: Shape | undefined) => (
    <ShapeMark
      {...{ x, name, shape, isStacked: at.isStacked }}
      y={centre}
      input={flow.input}
      half={shapeHeight}
    />
  );
  const layerAt = (place: Place, x: number, centre: number, title: string) => (
    <Layer
      x={x}
      y={centre}
      width={at.boxWidth}
      height={boxHeight}
      title={title}
      lines={layerText(place, settings, flow)}
      kind={place === 'shortcut' ? 'shortcut' : 'branch'}
      failed={failsAt === place}
    />
  );
  const shortcutTitle = {
    identity: 'identity',
    projection: 'projection, BN',
    'zero padding': 'option A',
  };

  return (
    <div className="block-drawing" ref={holder}>
      <svg
        role="img"
        aria-label={`The block, from its input to its output. ${takeaway(settings, flow)}`}
        width={width}
        height={at.height}
        viewBox={`0 0 ${width} ${at.height}`}
      >
        <g className="ways">
          <Way
            kind="shortcut"
            on
            d={`M${branchX} ${y.x} H${shortcutX} V${y.projection - (identity ? 0 : box)}`}
          />
          <Way
            kind="shortcut"
            on={steps.shortcut.shape !== undefined}
            d={`M${shortcutX} ${y.projection + (identity ? 0 : box)} V${y.sum} H${branchX + 15}`}
          />
          <Way kind="branch" on d={`M${branchX} ${y.x + shapeHeight} V${y.conv1 - box}`} />
          <Way
            kind="branch"
            on={steps.conv1.shape !== undefined}
            d={`M${branchX} ${y.conv1 + box} V${y.conv2 - box}`}
          />
          <Way
            kind="branch"
            on={steps.conv2.shape !== undefined}
            d={`M${branchX} ${y.conv2 + box} V${y.sum - 15}`}
          />
          <Way
            kind="sum"
            on={steps.sum.shape !== undefined}
            d={`M${branchX} ${y.sum + 15} V${y.y - shapeHeight}`}
          />
        </g>
        {layerAt('conv1', branchX, y.conv1, 'conv1, BN, ReLU')}
        {layerAt('conv2', branchX, y.conv2, 'conv2, BN')}
        {layerAt('shortcut', shortcutX, y.projection, shortcutTitle[flow.shortcutIs])}
        {shapeAt(branchX, y.x, 'x', flow.input)}
        {shapeAt(branchX, y.v, '', steps.conv1.shape)}
        {shapeAt(branchX, y.f, 'F(x)', steps.conv2.shape)}
        {shapeAt(shortcutX, y.s, identity ? 'x' : 'Wx', steps.shortcut.shape)}
        {shapeAt(branchX, y.y, 'y', steps.sum.shape)}
        <g
          className={`addition ${failsAt === 'sum' ? 'failed' : ''}`}
          transform={`translate(${branchX},${y.sum})`}
        >
          <circle r="15" />
          <path d={failsAt === 'sum' ? 'M-6 -6 L6 6 M6 -6 L-6 6' : 'M-8 0 H8 M0 -8 V8'} />
        </g>
      </svg>
    </div>
  );
}

/** A way that a tensor takes; dashed where none arrives. */
function Way({ kind, on, d }: { kind: string; on: boolean; d: string }) {
  return <path className={`way ${kind} ${on ? '' : 'unreached'}`} d={d} />;
}

interface LayerProps {
  x: number;
  y: number;
  width: number;
  height: number;
  title: string;
  lines: string[];
  kind: string;
  failed: boolean;
}

function Layer({ x, y, width, height, title, lines, kind, failed }: LayerProps) {
  return (
    <g
      className={`layer ${kind} ${failed ? 'failed' : ''}`}
      transform={`translate(${x - width / 2},${y - height / 2})`}
    >
      <rect width={width} height={height} rx="9" />
      {[title, ...lines].map((line, index) => (
        <text
          key={index}
          x={width / 2}
          y={height / 2 + (index - lines.length / 2) * 18}
          dy="0.34em"
          textAnchor="middle"
          className={index === 0 ? 'title' : ''}
        >
          {line}
        </text>
      ))}
      {failed && (
        <g className="cross" transform={`translate(${width},0)`}>
          <circle r="10" />
          <path d="M-4 -4 L4 4 M4 -4 L-4 4" />
        </g>
      )}
    </g>
  );
}

interface ShapeMarkProps {
  x: number;
  y: number;
  name: string;
  shape: Shape | undefined;
  input: Shape;
  isStacked: boolean;
  /** Half of its height. */
  half: number;
}

/** A tensor's slab with its name and shape, on the way it takes. */
function ShapeMark({ x, y, name, shape, input, isStacked, half }: ShapeMarkProps) {
  if (!shape) {
    return (
      <text className="shape none" x={x} y={y} dy="0.34em" textAnchor="middle">
        nothing arrives
      </text>
    );
  }
  const { face, depth } = slab(shape, input);
  const text = shapeText(shape);
  const at = placeMark(text, isStacked);
  const top = -face / 2 + depth / 2;
  return (
    <g className="shape" transform={`translate(${x},${y})`}>
      <rect
        className="paper"
        x={-at.width / 2 - 3}
        y={-half}
        width={at.width + 6}
        height={2 * half}
        rx="6"
      />
      <g transform={`translate(${at.slabX},${at.slabY}) scale(${at.scale})`}>
        <path
          className="slab-side"
          d={`M${-face / 2} ${top} l${depth} ${-depth} h${face} v${face} l${-depth} ${depth} M${face / 2} ${top} l${depth} ${-depth}`}
        />
        <rect className="slab-face" x={-face / 2} y={top} width={face} height={face} />
      </g>
      {name && (
        <text x={at.nameX} y="-9" dy="0.34em" className="name">
          {name}
        </text>
      )}
      <text x={at.textX} y={at.textY ?? (name ? 9 : 0)} dy="0.34em">
        {text}
      </text>
    </g>
  );
}
