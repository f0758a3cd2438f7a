import { area, curveStepAfter } from 'd3';
import { useChart } from '../frame.ts';

interface Props {
  /** Where each step begins, and its height; the last point ends the last step. */
  points: [x: number, y: number][];
  className?: string;
}

/** The area under steps, down to 0. */
export function Steps({ points, className }: Props) {
  const { x, y } = useChart();
  const shape = area<[number, number]>(
    ([value]) => x.at(value),
    y.at(0),
    ([, value]) => y.at(value),
  ).curve(curveStepAfter);
  return <path className={className} d={shape(points) ?? ''} />;
}
