import { useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import type { Part } from './architecture.ts';
import { layOutStrip, type Column, type Group } from './layOutStrip.ts';
import { StripDrawing, type Cut } from './StripDrawing.tsx';

interface Props {
  /** In the order in which they run. */
  parts: Part[];
  /** Pixels a side of the network's picture; null where that is not known yet, which leaves the shapes out. */
  pixels: number | null;
  label: string;
  /** Whether the picture is drawn ahead of the stem. */
  withInput?: boolean;
  /** The id of the part that is chosen. */
  chosen: string | null;
  choose: (id: string) => void;
  /** Whether resting on a part chooses it. */
  hovers?: boolean;
  /** What a part is called, for readers who can't see it. */
  nameOf: (part: Part) => string;
  cutOf?: (id: string) => Cut;
  /** What stands below a part. */
  under?: (part: Part) => ReactNode;
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * A whole network to scale, from the stem to the head. Every part is a button; the arrow keys go from one to
 * the next. Style sheets wrap it by stages, so it needs no measuring.
 */
export function NetworkStrip(props: Props) {
  const { parts, pixels, label, withInput = false, chosen, choose, under } = props;
  const holder = useRef<HTMLDivElement>(null);
  const groups = layOutStrip(parts, pixels ?? 224, withInput);
  const ids = groups.flatMap(({ columns }) => columns.map(({ part }) => part.id));
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const focused = (event.target as HTMLElement).dataset['block'];
    if (!step || focused === undefined) return;
    event.preventDefault();
    const next = ids[step(ids.indexOf(focused), ids.length - 1)] as string;
    choose(next);
    holder.current?.querySelector<HTMLElement>(`[data-block="${next}"]`)?.focus();
  };
  const button = (group: Group, { part, x, width }: Column) => (
    <button
      key={part.id}
      type="button"
      data-block={part.id}
      aria-label={props.nameOf(part)}
      aria-pressed={part.id === chosen}
      tabIndex={part.id === (chosen ?? ids[0]) ? 0 : -1}
      style={{ left: share(x, group), width: share(width, group) }}
      onClick={() => choose(part.id)}
      // Not on entering: a part that scrolls below a resting pointer is not chosen.
      {...(props.hovers && { onPointerMove: () => part.id !== chosen && choose(part.id) })}
    />
  );
  return (
    <div className="strip" role="group" aria-label={label} ref={holder} onKeyDown={move}>
      <div
        className={`strip-groups ${under ? 'with-under' : ''}`.trimEnd()}
        style={{ '--columns': groups.map(({ width }) => `${width}fr`).join(' ') } as CSSProperties}
      >
        {groups.map((group) => (
          <div
            className="strip-group"
            key={group.id}
            style={{ '--natural': `${group.width}px` } as CSSProperties}
          >
            <StripDrawing
              group={group}
              pixels={pixels}
              cutOf={props.cutOf ?? (() => undefined)}
              isChosen={(id) => id === chosen}
            />
            {under && (
              <div className="strip-under">
                {group.columns.map(({ part, x, width }) => (
                  <div
                    key={part.id}
                    className={part.id === chosen ? 'chosen' : undefined}
                    style={{
                      marginLeft: share(x - before(group, x), group),
                      width: share(width, group),
                    }}
                  >
                    {under(part)}
                  </div>
                ))}
              </div>
            )}
            {group.columns.map((column) => button(group, column))}
          </div>
        ))}
      </div>
    </div>
  );
}

const share = (pixels: number, group: Group) => `${(100 * pixels) / group.width}%`;

/** Where the column before this one ends; 0 before the first. */
function before({ columns }: Group, x: number): number {
  const previous = columns.findLast((column) => column.x < x);
  return previous ? previous.x + previous.width : 0;
}
