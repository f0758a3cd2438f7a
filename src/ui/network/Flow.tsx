import type { ReactNode } from 'react';
import type { BlockLayout, WayKind } from './layOutBlock.ts';

interface Props {
  tracks: BlockLayout['tracks'];
  hasShortcut: boolean;
  factor: number;
}

/**
 * Values on their way: one goes in, two go round, one comes out. A style sheet moves them and gives them their
 * size, so a drawing that is saved or printed has none.
 */
export function Flow({ tracks, hasShortcut, factor }: Props) {
  const kinds: WayKind[] = hasShortcut
    ? ['in', 'branch', 'shortcut', 'out']
    : ['in', 'branch', 'out'];
  return (
    <g className="flow">
      {kinds.map((kind) => (
        <circle
          key={kind}
          className={`value ${kind}`}
          style={{ offsetPath: `path('${tracks[kind]}')` }}
          // Without a shortcut, what the branch makes smaller comes out smaller.
          opacity={kind === 'branch' || (kind === 'out' && !hasShortcut) ? factor : undefined}
        />
      ))}
    </g>
  );
}

/** Drawings in which values move, and the switch that stops them. Out of sight they rest. */
export function FlowFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flow-frame">
      {children}
      <label className="flow-switch">
        <input type="checkbox" className="visually-hidden" aria-label="Pause the animation" />
        <span aria-hidden="true" />
      </label>
    </div>
  );
}
