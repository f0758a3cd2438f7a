import { useMemo } from 'react';
import { twoDigits } from '../../lib/format.ts';
import type { ExperimentActions, ExperimentState } from '../../figure/experimentStore.ts';
import { LiveFigure } from '../../figure/LiveFigure.tsx';
import { toQuery } from '../../figure/link.ts';
import { Picture } from '../../ui/pixels/Picture.tsx';
import { Slider } from '../../ui/controls/Slider.tsx';
import {
  defaultSettings,
  fields,
  pictures,
  pictureSize,
  ranges,
  shown,
  type BlockRun,
  type BlockSettings,
} from './blockRun.ts';
import { table, takeaway } from './describe.ts';
import { brightness, stages, toGrey, type Stage } from './stages.ts';

interface Props extends ExperimentState<BlockSettings, BlockRun> {
  actions: ExperimentActions<BlockSettings>;
}

/** The figure as it looks in a given state. */
export function MachineView({ settings, result, actions, ...state }: Props) {
  const set = (part: Partial<BlockSettings>) => actions.change({ ...settings, ...part });
  const controls = (
    <>
      <Slider
        label="Factor on the branch F"
        {...ranges.factor}
        value={settings.factor}
        format={(factor) => factor.toFixed(2)}
        onChange={(factor) => set({ factor: Math.round(factor * 20) / 20 })}
      />
      <label>
        The factor multiplies
        <select
          value={settings.shrinks}
          onChange={({ target }) => set({ shrinks: target.value as BlockSettings['shrinks'] })}
        >
          <option value="norm">γ and β of the last batch norm</option>
          <option value="weights">both convolutions’ weights</option>
        </select>
      </label>
      <Slider
        label="Picture, on the next run"
        min={1}
        max={pictures}
        value={settings.picture + 1}
        onChange={(number) => set({ picture: number - 1 })}
      />
    </>
  );
  const most = useMemo(() => brightness(result), [result]);
  return (
    <LiveFigure
      {...state}
      actions={actions}
      name="block-machine"
      title="What is left when the branch learns nothing?"
      controls={controls}
      runLabel="Run"
      progress={`pass ${result?.passes.length ?? 0} of 42`}
      takeaway={takeaway(result, settings)}
      table={table(result)}
      link={{ query: toQuery(settings, defaultSettings, fields) }}
      picture="pixels"
    >
      <div className="machine">
        <div className="machine-input">
          <p className="chart-title">Picture</p>
          <Picture size={pictureSize} values={result?.picture ?? null} label="The picture" />
        </div>
        <div className="machine-stages">
          {stages(result, settings).map((stage) => (
            <StageColumn key={stage.id} stage={stage} most={most} />
          ))}
        </div>
      </div>
    </LiveFigure>
  );
}

/** The first channels at one place, one below the other, with the norm over all channels. */
function StageColumn({ stage: { id, name, look, maps }, most }: { stage: Stage; most: number }) {
  const drawn = useMemo(() => maps?.channels.map((map) => toGrey(map, most)), [maps, most]);
  return (
    <div data-stage={id}>
      <p className={`chart-title ${look}`}>{name}</p>
      <p className="fine">norm {maps ? twoDigits(maps.norm) : '–'}</p>
      <div className="maps">
        {Array.from({ length: shown }, (_, channel) => (
          <Picture
            key={channel}
            size={pictureSize}
            values={drawn?.[channel] ?? null}
            label={`${name}, channel ${channel + 1}`}
          />
        ))}
      </div>
    </div>
  );
}
