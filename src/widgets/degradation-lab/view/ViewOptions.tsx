import type { ErrorKind } from '../../../figure/runs/errors.ts';
import { grouped } from '../../../lib/format.ts';

/** How the curves are drawn. */
export interface View {
  /** Steps over which each point of a training curve is the mean; null for the usual number. */
  smoothing: number | null;
  logarithmic: boolean;
  /** What the large chart and all that is said of it are about. */
  error: ErrorKind;
}

export const usualView: View = { smoothing: null, logarithmic: false, error: 'training' };

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
          checked={view.error === 'test'}
          onChange={({ target }) =>
            change({ ...view, error: target.checked ? 'test' : 'training' })
          }
        />
        test error
      </label>
    </>
  );
}
