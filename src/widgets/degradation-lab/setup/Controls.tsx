import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Bar } from '../../../figure/frame/Frame.tsx';
import { duration } from '../../../lib/format.ts';
import { Finer } from './Finer.tsx';
import { findPreset, presets, settingsOf } from './presets.ts';
import type { Problems } from './problems.ts';
import { toRunConfig, type LabSettings } from './settings.ts';
import { stepMs, type DeviceSpeed } from './speed.ts';

interface Props {
  settings: LabSettings;
  problems: Problems;
  disabled: boolean;
  change: (settings: LabSettings) => void;
  /** Null until the device has been measured. */
  speed: DeviceSpeed | null;
  /** Called when the reader turns to the controls. */
  measure: () => void;
  /** Between the controls that all need and those behind “Set up your own”. */
  children: ReactNode;
}

/** What to train: size and kinds; the finer settings fold away. Below, what is wrong with them. */
export function Controls(props: Props) {
  const { settings, problems, disabled, change, speed, measure, children } = props;
  const id = useId();
  const set = (part: Partial<LabSettings>) => change({ ...settings, ...part });
  const problemOf = (name: keyof LabSettings) => problems[name] && `${id}-${name}`;

  const finer = useRef<HTMLDetailsElement>(null);
  // What is wrong is seen, and stays in sight while it is being put right.
  const isWrong = Object.keys(problems).some((name) => name !== 'kinds');
  useEffect(() => {
    if (isWrong && finer.current) finer.current.open = true;
  }, [isWrong]);
  return (
    <div onPointerEnter={measure} onFocus={measure}>
      <Bar>
        <fieldset className="controls" disabled={disabled}>
          <legend className="visually-hidden">What to train</legend>
          <label>
            Size
            <select
              value={settings.preset}
              onChange={({ target }) => set(settingsOf(findPreset(target.value), speed))}
            >
              {presets.map((preset) => (
                <option key={preset.id} value={preset.id}>
                  {preset.label}
                  {speed && `, ${takes({ ...settings, ...settingsOf(preset, speed) }, speed)}`}
                </option>
              ))}
            </select>
          </label>
          <Kinds {...{ settings, set }} problemId={problemOf('kinds')} />
        </fieldset>
        {children}
        <details className="more" ref={finer}>
          <summary>Set up your own</summary>
          <fieldset className="controls" disabled={disabled}>
            <legend className="visually-hidden">Your own settings</legend>
            <Finer {...{ settings, set, problemOf }} />
          </fieldset>
          <p className="fine">
            {findPreset(settings.preset).note}
            {speed && !isWrong && ` On this device about ${takes(settings, speed)}.`}
          </p>
        </details>
      </Bar>
      {Object.entries(problems).map(([name, problem]) => (
        <p key={name} className="problem" role="alert" id={`${id}-${name}`}>
          {problem}
        </p>
      ))}
    </div>
  );
}

/** How long the runs would take on this device, in words. */
function takes(settings: LabSettings, speed: DeviceSpeed): string {
  const config = toRunConfig(settings);
  return duration(settings.seeds * config.recipe.steps * stepMs(config, speed));
}

interface KindsProps {
  settings: LabSettings;
  set: (part: Partial<LabSettings>) => void;
  problemId: string | undefined;
}

function Kinds({ settings, set, problemId }: KindsProps) {
  return (
    <div className="choices" role="group" aria-label="Kinds of network">
      {(['plain', 'residual'] as const).map((kind) => (
        <label key={kind} className={`choice c-${kind}`}>
          <input
            type="checkbox"
            checked={settings.kinds.includes(kind)}
            aria-describedby={problemId}
            onChange={({ target }) =>
              set({
                kinds: (['plain', 'residual'] as const).filter((other) =>
                  other === kind ? target.checked : settings.kinds.includes(other),
                ),
              })
            }
          />
          {kind}
        </label>
      ))}
    </div>
  );
}
