import type { BlockLayout, Plan } from './layOutBlock.ts';

/** What is written at the ways, where values flow to the right. */
export interface Names {
  x?: string;
  /** Below a brace under the branch. */
  branch?: string;
  /** Above the shortcut. */
  shortcut?: string;
  /** Beside ⊕, where the shortcut does not pass. */
  sum?: string;
  y?: string;
  /** Below a ring on the last way: what is looked at there. */
  hook?: string;
}

interface Props {
  names: Names;
  plan: Plan;
  layout: BlockLayout;
}

export function BlockNames({ names, plan, layout: { fork, sum, places, lastWay } }: Props) {
  const [first, last] = [plan.branch[0], plan.branch.at(-1)].map((stop) => stop && places[stop.id]);
  const box = first ? first.height / 2 : 0;
  return (
    <>
      {names.x && (
        <text className="symbol" x={fork.x / 2} y={plan.line - 12}>
          {names.x}
        </text>
      )}
      {names.branch && first && last && (
        <>
          <path
            className="brace"
            d={brace(first.x - first.width / 2, last.x + last.width / 2, plan.line + box + 7)}
          />
          <text
            className="symbol branch"
            x={(first.x - first.width / 2 + last.x + last.width / 2) / 2}
            y={plan.line + box + 23}
            dy="0.7em"
          >
            {names.branch}
          </text>
        </>
      )}
      {names.shortcut && (
        <text className="symbol shortcut" x={(fork.x + sum.x) / 2} y={plan.line - plan.rise - 11}>
          {names.shortcut}
        </text>
      )}
      {names.sum && (
        <text className="symbol after" x={sum.x + 12} y={plan.line - plan.rise * 0.55}>
          {names.sum}
        </text>
      )}
      {names.y && (
        <text className="symbol" x={(lastWay[0].x + lastWay[1].x) / 2} y={plan.line - 12}>
          {names.y}
        </text>
      )}
      {names.hook && (
        <g className="hook">
          <path d={`M${(lastWay[0].x + lastWay[1].x) / 2} ${plan.line}v32`} />
          <circle cx={(lastWay[0].x + lastWay[1].x) / 2} cy={plan.line} r="7" />
          <text className="line" x={lastWay[1].x} y={plan.line + 47}>
            {names.hook}
          </text>
        </g>
      )}
    </>
  );
}

/** A curly brace that opens upwards, 11 pixels high. */
function brace(left: number, right: number, y: number): string {
  const middle = (left + right) / 2;
  return `M${left} ${y} q0 6 7 6 H${middle - 6} q6 0 6 5 q0 -5 6 -5 H${right - 7} q7 0 7 -6`;
}
