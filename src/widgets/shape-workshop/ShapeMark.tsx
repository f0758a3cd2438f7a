import { shapeText } from './describe.ts';
import type { Shape } from './flow.ts';
import { placeMark, slab } from './layout.ts';

interface Props {
  name: string;
  /** Undefined where nothing arrives. */
  shape: Shape | undefined;
  input: Shape;
  isStacked: boolean;
  height: number;
}

/** A tensor's slab with its name and shape, around the place on the way that it takes. */
export function ShapeMark({ name, shape, input, isStacked, height }: Props) {
  if (!shape) {
    return (
      <text className="shape none" dy="0.34em">
        nothing arrives
      </text>
    );
  }
  const { face, depth } = slab(shape, input);
  const text = shapeText(shape);
  const at = placeMark(text, isStacked);
  const top = -face / 2 + depth / 2;
  return (
    <g className={`shape ${isStacked ? 'stacked' : ''}`.trimEnd()}>
      <rect
        className="paper"
        x={-at.width / 2 - 3}
        y={-height / 2}
        width={at.width + 6}
        height={height}
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
