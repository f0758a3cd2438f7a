import { height, width } from './size.ts';

/** Blocks in a row, and what each branch multiplies a gradient by. */
const [blocks, factor] = [10, 0.3];

/** Paths by their length: outlined how many there are, filled how much of the gradient they carry. */
export function PathBars() {
  const counts = Array.from({ length: blocks + 1 }, (_, k) => choose(blocks, k));
  const carried = counts.map((count, k) => count * factor ** k);
  const [mostPaths, mostCarried] = [Math.max(...counts), Math.max(...carried)];
  const step = (width - 12) / counts.length;
  const bar = (share: number) => share * (height - 18);
  return (
    <svg viewBox={`0 0 ${width} ${height}`}>
      {counts.map((count, k) => {
        const x = 6 + k * step + 1.5;
        const [many, much] = [bar(count / mostPaths), bar((carried[k] ?? 0) / mostCarried)];
        return (
          <g key={k}>
            <rect className="carried" x={x} y={height - 8 - much} width={step - 3} height={much} />
            <rect className="count" x={x} y={height - 8 - many} width={step - 3} height={many} />
          </g>
        );
      })}
      <path className="axis" d={`M4 ${height - 8} H${width - 4}`} />
    </svg>
  );
}

/** In how many ways k of n can be chosen. */
function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;
}
