import recording from '../../../content/runs/degradation.json';
import { height, width } from './size.ts';

/** Recorded numbers that a point of a curve is the mean of. */
const window = 10;
/** The errors at the lower and the upper edge. */
const [least, most] = [0.4, 0.92];

/** The training errors of two recorded plain networks, of the first seed: the deeper one's, heavier, stays above. */
export function Curves() {
  const plain = recording
    .slice(0, 1)
    .flatMap(({ networks }) => networks)
    .filter(({ id }) => id.startsWith('plain'));
  return (
    <svg viewBox={`0 0 ${width} ${height}`}>
      <path className="axis" d={`M8 6 V${height - 8} H${width - 6}`} />
      {plain.map(({ id, trainErrors }, i) => (
        <path key={id} className={i === 0 ? 'curve shallow' : 'curve'} d={curve(trainErrors)} />
      ))}
    </svg>
  );
}

function curve(errors: number[]): string {
  const count = Math.floor(errors.length / window);
  const points = Array.from({ length: count }, (_, i) => {
    const some = errors.slice(i * window, (i + 1) * window);
    const mean = some.reduce((a, b) => a + b) / window;
    const x = 14 + (i / (count - 1)) * (width - 24);
    const y = 8 + ((most - mean) / (most - least)) * (height - 22);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join(' L')}`;
}
