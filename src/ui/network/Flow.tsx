import type { ReactNode } from 'react';
import type { BlockLayout, WayKind } from './layOutBlock.ts';

interface Props extends Pick<BlockLayout, 'tracks' | 'rests'> {
  hasShortcut: boolean;
  factor: number;
}

/**
 * Values on their way: one goes in, two go round, one comes out. A style sheet moves them and gives them their
 * size, so a drawing that is saved or printed has none.
 */
export function Flow({ tracks, rests, hasShortcut, factor }: Props) {
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
          data-rests={JSON.stringify(rests.map((rest) => shareOn(kind, rest)))}
          // Without a shortcut, what the branch makes smaller comes out smaller.
          opacity={kind === 'branch' || (kind === 'out' && !hasShortcut) ? factor : undefined}
        />
      ))}
    </g>
  );
}

/** Where the value of a way is while x rests somewhere; null: not to be seen. Two go side by side around the block. */
function shareOn(kind: WayKind, { on, at }: Props['rests'][number]): number | null {
  return on === (kind === 'shortcut' ? 'branch' : kind) ? Math.round(at * 1000) / 1000 : null;
}

/**
 * Drawings in which values move, and the switch that stops them. Out of sight they rest. For readers who want less
 * motion there is a button in its place: the page moves the values one part on when it is pressed. `wide` is for
 * drawings beside each other, `hooked` for one with words at its last way.
 */
export function FlowFrame({
  kind = '',
  children,
}: {
  kind?: 'wide' | 'hooked' | '';
  children: ReactNode;
}) {
  return (
    <div className={`flow-frame ${kind}`.trimEnd()}>
      {/* In front of what it stops, and not seen itself: Firefox 115 has no :has(). */}
      <input type="checkbox" className="flow-button flow-switch" aria-label="Pause the animation" />
      {children}
      <span className="flow-button flow-state" aria-hidden="true">
        <Icon name="pause" path="M2 1h4v12h-4zM8 1h4v12h-4z" />
        <Icon name="go-on" path="M3 1l10 6-10 6z" />
      </span>
      <button
        type="button"
        className="flow-button flow-step"
        aria-label="Move x one part on"
        title="Move x one part on"
      >
        <Icon name="step" path="M2 1l8 6-8 6zM10 1h2v12h-2z" />
      </button>
    </div>
  );
}

function Icon({ name, path }: { name: string; path: string }) {
  return (
    <svg className={name} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
