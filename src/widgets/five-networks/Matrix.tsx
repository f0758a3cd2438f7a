import { percent } from '../../lib/format.ts';

export interface Row {
  seed: number;
  /** 0 to 1, a column each. */
  shares: number[];
  /** The column that is marked. */
  marked?: number;
}

interface Props {
  title: string;
  /** What the shares are of, for its colour. */
  look: 'opinion' | 'truth';
  columns: string[];
  rows: Row[];
}

/** The radius of a share of 1, in pixels. */
const whole = 15;

/** Shares as dots, whose area they are, with their numbers. */
export function Matrix({ title, look, columns, rows }: Props) {
  return (
    <table className={`matrix of-${look}`}>
      <caption className="chart-title">{title}</caption>
      <thead>
        <tr>
          <th scope="col">seed</th>
          {columns.map((name) => (
            <th scope="col" key={name}>
              {name.replace('attention', 'atten\u00adtion')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ seed, shares, marked }) => (
          <tr key={seed}>
            <th scope="row">{seed}</th>
            {shares.map((share, column) => (
              <td key={column} data-marked={column === marked ? '' : undefined}>
                <svg width="34" height="34" viewBox="-17 -17 34 34" aria-hidden="true">
                  <circle className="whole" r={whole} />
                  <circle className="part" r={whole * Math.sqrt(share)} />
                </svg>
                {percent(share)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
