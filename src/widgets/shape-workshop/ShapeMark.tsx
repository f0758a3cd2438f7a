import type { ReactNode } from 'react';
import { Slab, extent } from '../../ui/network/Slab.tsx';
import { shapeText } from './describe.ts';
import type { Shape } from './flow.ts';
import { across, placeMark, slabOf, type Scale } from './layout.ts';

export interface MarkProps {
  name: ReactNode;
  /** Undefined where nothing arrives. */
  shape: Shape | undefined;
  scale: Scale;
  /** The way that it is on. */
  way: 'branch' | 'shortcut' | 'both';
  /** Whether it is at the left edge of the drawing, where its name has no room to the left. */
  isFirst: boolean;
}

/** A tensor's slab on its way to the right, its name and shape below it. */
export function ShapeMark({ name, shape, scale, way, isFirst }: MarkProps) {
  if (!shape) return <Nothing />;
  const slab = slabOf(shape, scale);
  const below = Math.max(extent(slab)[1], across.box.across) / 2 + 17;
  return (
    <g className={`shape ${way} ${isFirst ? 'first' : ''}`.trimEnd()}>
      <Slab {...slab} />
      <text className="paper" x={isFirst ? slab.x : 0} y={below}>
        {name && <tspan className="name">{name} </tspan>}
        {shapeText(shape)}
      </text>
    </g>
  );
}

interface SmallProps extends MarkProps {
  isStacked: boolean;
  height: number;
}

/** The same around the place that it takes on its way down. */
export function SmallShapeMark({ name, shape, scale, way, isStacked, height }: SmallProps) {
  if (!shape) return <Nothing />;
  const text = shapeText(shape);
  const at = placeMark(text, isStacked);
  return (
    <g className={`shape small ${way} ${isStacked ? 'stacked' : ''}`.trimEnd()}>
      <rect
        className="paper"
        x={-at.width / 2 - 3}
        y={-height / 2}
        width={at.width + 6}
        height={height}
        rx="6"
      />
      <g transform={`translate(${at.slabX},${at.slabY})`}>
        <Slab {...slabOf(shape, scale)} />
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

function Nothing() {
  return (
    <text className="shape none" dy="0.34em">
      nothing arrives
    </text>
  );
}
