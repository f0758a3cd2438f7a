import { height, width } from './size.ts';

/** ResNet-34's stages: blocks, the side of their maps in pixels, and channels (He et al. 2015, table 1). */
const stages = [
  { blocks: 3, side: 56, channels: 64 },
  { blocks: 4, side: 28, channels: 128 },
  { blocks: 6, side: 14, channels: 256 },
  { blocks: 3, side: 7, channels: 512 },
];

/** Maps before and after a block that halves them: half the side, twice the channels. */
export function Halves() {
  const line = height * 0.6;
  return (
    <svg viewBox={`0 0 ${width} ${height}`}>
      <Slab left={4} middle={line} side={56} depth={16} />
      <path className="arrow-line" d={`M84 ${line} H102 m-6 -5 l6 5 l-6 5`} />
      <Slab left={110} middle={line} side={28} depth={32} />
    </svg>
  );
}

/** All sixteen blocks of ResNet-34, the side of each as high as its maps, with their shortcuts. */
export function Network() {
  const line = height * 0.6;
  const step = (width - 10) / stages.reduce((sum, { blocks }) => sum + blocks, 0);
  const blocks = stages.flatMap((stage) => Array.from({ length: stage.blocks }, () => stage));
  return (
    <svg viewBox={`0 0 ${width} ${height}`}>
      <path className="axis" d={`M2 ${line} H${width - 2}`} />
      {blocks.map(({ side, channels }, i) => {
        const [half, thick] = [side / 2, 2 + 1.4 * Math.log2(channels / 32)];
        const middle = 5 + (i + 0.5) * step;
        const top = line - half - 4;
        return (
          <g key={i}>
            <rect
              className="slab"
              x={middle - thick / 2}
              y={line - half}
              width={thick}
              height={side}
            />
            <path
              className="shortcut"
              d={`M${middle - step / 2} ${top} q0 -7 ${step / 2} -7 q${step / 2} 0 ${step / 2} 7`}
            />
          </g>
        );
      })}
    </svg>
  );
}

interface SlabProps {
  left: number;
  /** The middle of its front face. */
  middle: number;
  side: number;
  depth: number;
}

/** A stack of maps: its front as large as a map, its depth for the channels. */
function Slab({ left, middle, side, depth }: SlabProps) {
  const [top, right, back] = [middle - side / 2, left + side, depth * 0.6];
  return (
    <g className="slab">
      <rect x={left} y={top} width={side} height={side} />
      <path d={`M${left} ${top} l${depth * 0.7} ${-back} h${side} l${-depth * 0.7} ${back}`} />
      <path d={`M${right} ${top} l${depth * 0.7} ${-back} v${side} l${-depth * 0.7} ${back}`} />
    </g>
  );
}
