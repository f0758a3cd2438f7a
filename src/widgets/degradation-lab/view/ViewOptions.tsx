import { grouped } from '../../../lib/format.ts';

/** How the curves are drawn. */
export interface View {
  /** Steps over which each point of a training curve is the mean; null for the usual number. */
  smoothing: number | null;
  logarithmic: boolean;
  /** Whether the large chart shows the test error. */
  test: boolean;
}

export const usualView: View = { smoothing: null, logarithmic: false, test: false };

interface Props {
  view: View;
  change: (view: View) => void;
  /** Steps of the usual smoothing of the runs that are shown. */
  usual: number;
}

/** What the large chart shows, and how. */
export function ViewOptions({ view, change, usual }: Props) {
  const choices = [...new Set([1, 40, usual, 400])].sort((a, b) => a - b);
  return (
    <>
      <label className="smoothing">
        <span>Smoothing</span>
        <select
          value={view.smoothing ?? usual}
          onChange={({ target }) => {
            const steps = Number(target.value);
            change({ ...view, smoothing: steps === usual ? null : steps });
          }}
        >
          {choices.map((steps) => (
            <option key={steps} value={steps}>
              {steps === 1 ? 'none' : `${grouped(steps)} steps`}
            </option>
          ))}
        </select>
      </label>
      <label className="choice logarithmic">
        <input
          type="checkbox"
          checked={view.logarithmic}
          onChange={({ target }) => change({ ...view, logarithmic: target.checked })}
        />
        log axis
      </label>
      <label className="choice test-toggle">
        <input
          type="checkbox"
          checked={view.test}
          onChange={({ target }) => change({ ...view, test: target.checked })}
        />
        test error
      </label>
    </>
  );
}
