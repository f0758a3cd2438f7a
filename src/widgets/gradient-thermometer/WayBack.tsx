import { useChart } from '../../ui/chart/frame.ts';

/** Above the curves, which way the gradient goes; below them, between what. */
export function WayBack() {
  const { left, right, height, isNarrow } = useChart();
  const y = 18;
  return (
    <>
      <g className="way-back">
        <path d={`M${right} ${y}H${left + 9}`} />
        <path className="head" d={`M${left} ${y}l11 -6v12Z`} />
        <text className="name" x={(left + right) / 2} y={y} dy="0.32em" textAnchor="middle">
          the gradient’s way back
        </text>
        <text x={right + 8} y={y} dy="0.32em">
          loss <tspan className="symbol">E</tspan>
        </text>
      </g>
      <g className="grid">
        <text x={left} y={height - 4}>
          first convolution
        </text>
        {!isNarrow && (
          <text x={(left + right) / 2} y={height - 4} textAnchor="middle">
            block
          </text>
        )}
        <text x={right} y={height - 4} textAnchor="end">
          last block
        </text>
      </g>
    </>
  );
}
