import { Fragment } from 'react';
import { BlockNames, type Names } from './BlockNames.tsx';
import { Flow } from './Flow.tsx';
import { layOutBlock, type Piece, type Plan } from './layOutBlock.ts';
import { boxLength, looks, type Look } from './looks.ts';
import { Addition, PartMark, type Part, type Press, type Tone } from './PartMark.tsx';
import type { Stop } from './placeAlong.ts';

interface Props {
  /** What a screen reader says; a drawing without one is hidden from it. */
  label?: string;
  look?: keyof typeof looks;
  /** What a lone figure sets itself; what is not given follows from the look. */
  plan?: Partial<Pick<Plan, 'direction' | 'length' | 'line' | 'rise' | 'bend' | 'gap'>>;
  /** Across the flow; what is not given follows from the look. */
  across?: number;
  before?: Part[];
  branch: Part[];
  /** What stands on the shortcut: nothing on an identity. Null: there is none, and the block is plain. */
  shortcut: Part[] | null;
  after?: Part[];
  names?: Names;
  /** What the branch is multiplied by, from 0 to 1: it fades with it. */
  factor?: number;
  /** A way that is cut. */
  cut?: 'branch' | 'shortcut' | undefined;
  /** The parts that are lit, those that fail, and those that nothing comes out of. */
  lit?: readonly string[];
  failed?: readonly string[];
  silent?: readonly string[];
  /** Makes every part a button. */
  press?: Press;
  /** The gradient flows, from y to x. */
  backwards?: boolean;
  /** Values move along the ways: in a FlowFrame, which can stop them. */
  flows?: boolean;
}

const edge = 4;

/** The residual block as the whole chapter draws it: the branch with its layers, the shortcut around them, ⊕. */
export function BlockDrawing(props: Props) {
  const { label, look: lookName = 'large', before = [], branch, shortcut, after = [] } = props;
  const { factor = 1, names = {}, lit = [], failed = [], press, flows = false } = props;
  const look = looks[lookName];
  const isDown = props.plan?.direction === 'down';
  const stops = (parts: Part[]) => parts.map((part) => stopOf(part, look));
  const top = props.plan?.line ?? look.rise + (names.shortcut ? 1.6 * look.font : 3);
  const bottom =
    look.box / 2 + (names.branch ? Math.max(42, 2.75 * look.font) : names.hook ? 42 : 3);
  const plan: Plan = {
    ...{ direction: 'right', length: 480, line: top, ...look, ...props.plan },
    ...{ before: stops(before), branch: stops(branch), after: stops(after) },
    shortcut: shortcut && stops(shortcut),
    backwards: props.backwards,
  };
  const layout = layOutBlock(plan);
  const across = props.across ?? top + bottom;
  // Where values flow down, what x is in begins at the upper edge: its line needs room.
  const viewBox = isDown ? [0, -edge, across, plan.length + edge] : [0, 0, plan.length, across];
  const marks = (parts: Part[], tone: Tone, strength = 1) =>
    parts.map((part) => {
      const place = layout.places[part.id];
      const isLit = lit.includes(part.id);
      const isFailed = failed.includes(part.id);
      return (
        place && (
          <PartMark key={part.id} {...{ part, place, tone, strength, isLit, isFailed, press }} />
        )
      );
    });
  const ways = (...kinds: Piece['kind'][]) =>
    layout.pieces
      .filter(({ kind }) => kinds.includes(kind))
      .map((piece, i) => <Way key={i} {...piece} silent={props.silent?.includes(piece.from)} />);
  const faded = 0.1 + 0.9 * factor;

  return (
    <svg
      className={`residual-block ${lookName} ${props.backwards ? 'backwards' : ''}`.trimEnd()}
      viewBox={viewBox.join(' ')}
      {...(label
        ? { role: press ? 'group' : 'img', 'aria-label': label }
        : { 'aria-hidden': true })}
    >
      {shortcut && (
        <g className={props.cut === 'shortcut' ? 'cut' : undefined}>{ways('shortcut')}</g>
      )}
      {ways('in', 'out')}
      <g className={props.cut === 'branch' ? 'cut' : undefined} opacity={faded}>
        {ways('branch')}
      </g>
      {flows && <Flow {...layout} hasShortcut={shortcut !== null} factor={factor} />}
      {before.length === 0 && shortcut && (
        <circle className="fork" cx={layout.fork.x} cy={layout.fork.y} r={look.arrow / 2} />
      )}
      {marks(before, 'shortcut')}
      <g className={props.cut === 'branch' ? 'cut' : undefined}>{marks(branch, 'branch', faded)}</g>
      {shortcut && marks(shortcut, 'shortcut')}
      {shortcut && (
        <Addition
          {...layout.sum}
          radius={plan.sum}
          isLit={lit.includes('addition')}
          isFailed={failed.includes('addition')}
          press={press}
        />
      )}
      {marks(after, 'sum')}
      <BlockNames names={names} plan={plan} layout={layout} />
    </svg>
  );
}

function stopOf({ id, name, size }: Part, look: Look): Stop {
  const [along, across] = size ?? [boxLength(name, look), look.box];
  return { id, along, across };
}

function Way({ kind, d, arrow, silent = false }: Piece & { silent?: boolean | undefined }) {
  const className = silent ? `${kind} silent` : kind;
  return (
    <Fragment>
      <path className={`way ${className}`} d={d} />
      {arrow && !silent && <path className={`arrow ${className}`} d={arrow} />}
    </Fragment>
  );
}
