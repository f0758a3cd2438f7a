import { layOutStack } from './layOutStack.ts';
import { Slab, extent } from './Slab.tsx';

interface Props {
  /** 6n + 2: a convolution, three stages of n blocks of two, and a linear layer. */
  depth: number;
  kind: 'plain' | 'residual';
  /** In pixels: a network of `deepest` layers fills it, and a shallower one stands lower. */
  height: number;
  deepest?: number;
}

/** A CIFAR network as a stack of its layers, the first at the bottom; a residual one has its shortcuts at its side. */
export function NetworkStack({ depth, kind, height, deepest = 56 }: Props) {
  const { width, layers, shortcuts } = layOutStack(depth, height, Math.max(depth, deepest));
  return (
    <svg
      className={`network-stack ${kind}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`A ${kind} network of ${depth} layers`}
    >
      {layers.map((layer, i) => (
        <Slab key={i} {...layer} />
      ))}
      {kind === 'residual' &&
        shortcuts.map(([first, last], i) => {
          const x = Math.max(first.x + extent(first)[0], last.x + extent(last)[0]) - 3;
          const [from, to] = [middleOf(first) + first.height / 2, middleOf(last) - last.height / 2];
          return (
            <path
              key={i}
              className="strip-arch"
              d={`M${x} ${from} c13 0 13 ${to - from} 0 ${to - from}`}
            />
          );
        })}
    </svg>
  );
}

/** Where a layer's right face is in the middle. */
function middleOf(layer: Parameters<typeof extent>[0] & { y: number }): number {
  const up = extent(layer)[1] - layer.height;
  return layer.y + layer.height / 2 - up;
}
