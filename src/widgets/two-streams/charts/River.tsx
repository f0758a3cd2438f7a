import { area, curveBumpX } from 'd3';
import { useChart } from '../../../ui/chart/frame.ts';
import type { ShownPlace } from '../shown.ts';
import { run } from './axis.ts';

/** Where a place's branch begins, has its full size, and has become part of the stream; and where x is passed on. */
const at = { begins: 0.2, full: 0.55, joined: 0.85, next: 1.05 };

/** The sign of an addition, in pixels. */
const [radius, arm] = [7, 3.5];

type Slice = [x: number, low: number, high: number];

/**
 * The stream of a network from left to right: green is as high as the stream is long; what a place adds is set on top
 * of it, and what goes on is as long as the sum of the two, which point in different directions.
 */
export function River({ places }: { places: ShownPlace[] }) {
  const { x, y } = useChart();
  const shape = area<Slice>(
    ([place]) => x.at(place),
    ([, low]) => y.at(low),
    ([, , high]) => y.at(high),
  ).curve(curveBumpX);
  return (
    <g className="river">
      <path className="stream" d={shape(streamOf(places)) ?? ''} />
      {places.map(({ shortcut, branch, after }, i) => (
        <path
          key={i}
          className="added"
          d={
            shape([
              [i + at.begins, shortcut, shortcut + branch],
              [i + at.full, shortcut, shortcut + branch],
              [i + at.joined, after, after],
            ]) ?? ''
          }
        />
      ))}
      {places.map(({ after }, i) => (
        <g key={i} className="sum" transform={`translate(${x.at(i + at.joined)},${y.at(after)})`}>
          <circle r={radius} />
          <path d={`M${-arm} 0h${2 * arm}M0 ${-arm}v${2 * arm}`} />
        </g>
      ))}
    </g>
  );
}

function streamOf(places: ShownPlace[]): Slice[] {
  return [
    [run.in, 0, 1],
    ...places.flatMap(({ shortcut, after }, i): Slice[] => [
      [i + at.next - 1, 0, shortcut],
      [i + at.full, 0, shortcut],
      [i + at.joined, 0, after],
    ]),
    [places.length + run.out, 0, places.at(-1)?.after ?? NaN],
  ];
}
