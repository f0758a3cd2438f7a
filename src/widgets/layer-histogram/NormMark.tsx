import { twoDecimals } from '../../lib/format.ts';
import { BlockDrawing } from '../../ui/network/BlockDrawing.tsx';
import { usedBy } from './describe.ts';
import type { FinishedRun } from './run.ts';
import { signed, type HistogramSettings } from './settings.ts';

interface Props {
  run: FinishedRun | null;
  settings: HistogramSettings;
}

/** The layer between its input and its output, with what it multiplies by, adds and normalises with. */
export function NormMark({ run, settings }: Props) {
  const { scale, offset } = run?.settings ?? settings;
  const lines = [`γ = ${signed(scale)}`, `β = ${signed(offset)}`];
  const box = { id: 'bn', name: 'BN', lines };
  const used = run && usedBy(run);
  return (
    <div className="norm-mark">
      {/* The style sheet shows the one that fits: values flow to the right on a wide screen, down on a narrow one. */}
      <BlockDrawing
        look="medium"
        plan={{ length: 150, line: 46 }}
        across={92}
        branch={[{ ...box, size: [86, 80] }]}
        shortcut={null}
      />
      <BlockDrawing
        look="medium"
        plan={{ direction: 'down', length: 128, line: 50 }}
        across={100}
        branch={[{ ...box, size: [76, 90] }]}
        shortcut={null}
      />
      {used && (
        <p>
          normalises with <b>{used.whose}</b> mean {twoDecimals(used.mean)} and standard deviation{' '}
          {twoDecimals(used.deviation)}
        </p>
      )}
    </div>
  );
}
