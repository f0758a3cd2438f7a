import { height, width } from './size.ts';

const bars = 21;

/** One channel's values before batch norm, off centre and wide, and after it: mean 0, variance 1. */
export function TwoSpreads() {
  const [middle, base, step] = [width / 2, height - 10, (width - 12) / bars];
  const x = (value: number) => middle + value * 26;
  const high = (value: number, mean: number, spread: number) =>
    (0.8 * (base - 8) * Math.exp(-0.5 * ((value - mean) / spread) ** 2)) / spread ** 0.5;
  const values = Array.from({ length: bars }, (_, i) => ((i - (bars - 1) / 2) * step) / 26);
  return (
    <svg viewBox={`0 0 ${width} ${height}`}>
      {values.map((value) => {
        const after = high(value, 0, 0.8);
        return (
          <rect
            key={value}
            className="carried after"
            x={x(value) - step / 2 + 0.75}
            y={base - after}
            width={step - 1.5}
            height={after}
          />
        );
      })}
      <path
        className="before"
        d={`M${values.map((value) => `${x(value).toFixed(1)} ${(base - high(value, 1.1, 1.5)).toFixed(1)}`).join(' L')}`}
      />
      <path className="axis" d={`M4 ${base} H${width - 4} M${middle} ${base} v6`} />
    </svg>
  );
}
