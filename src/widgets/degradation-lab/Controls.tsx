import { useId } from 'react';
import { NumberField } from '../../ui/controls/NumberField.tsx';
import { findPreset, presets } from './presets.ts';
import {
  downloadMegabytes,
  settingsOf,
  toRunConfig,
  type LabSettings,
  type Problems,
} from './settings.ts';

interface Props {
  settings: LabSettings;
  problems: Problems;
  disabled: boolean;
  change: (settings: LabSettings) => void;
}

/** What to train: size, kinds, depths, seed; the finer settings fold away. */
export function Controls({ settings, problems, disabled, change }: Props) {
  const id = useId();
  const set = (part: Partial<LabSettings>) => change({ ...settings, ...part });
  const [shallow = NaN, deep = NaN] = settings.depths;
  const megabytes = Math.round(downloadMegabytes(toRunConfig(settings)));

  return (
    <fieldset className="controls" disabled={disabled}>
      <legend className="visually-hidden">What to train</legend>
      <label>
        Size
        <select
          value={settings.preset}
          onChange={({ target }) => set(settingsOf(findPreset(target.value)))}
        >
          {presets.map(({ id: value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div className="choices" role="group" aria-label="Kinds of network">
        {(['plain', 'residual'] as const).map((kind) => (
          <label key={kind} className={`choice c-${kind}`}>
            <input
              type="checkbox"
              checked={settings.kinds.includes(kind)}
              aria-describedby={problems.kinds && `${id}-kinds`}
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
      <NumberField
        label="Layers, shallow"
        value={shallow}
        step={6}
        problemId={problems.depths && `${id}-depths`}
        onChange={(depth) => set({ depths: [depth, deep] })}
      />
      <NumberField
        label="Layers, deep"
        value={deep}
        step={6}
        problemId={problems.depths && `${id}-depths`}
        onChange={(depth) => set({ depths: [shallow, depth] })}
      />
      <NumberField
        label="Seed"
        value={settings.seed}
        problemId={problems.seed && `${id}-seed`}
        onChange={(seed) => set({ seed })}
      />
      <details className="more">
        <summary>More</summary>
        <div className="more-fields">
          <NumberField
            label="Steps"
            value={settings.steps}
            step={50}
            problemId={problems.steps && `${id}-steps`}
            onChange={(steps) => set({ steps })}
          />
          <NumberField
            label="Learning rate"
            value={settings.learningRate}
            step={0.01}
            problemId={problems.learningRate && `${id}-learningRate`}
            onChange={(learningRate) => set({ learningRate })}
          />
          <label>
            Engine
            <select
              value={settings.backend}
              onChange={({ target }) => set({ backend: target.value as LabSettings['backend'] })}
            >
              <option value="auto">Fastest here</option>
              <option value="webgl">WebGL (GPU)</option>
              <option value="wasm">WebAssembly (CPU)</option>
              <option value="cpu">JavaScript (CPU, slow)</option>
            </select>
          </label>
        </div>
      </details>
      <p className="fine controls-note">
        {findPreset(settings.preset).note} Downloads up to {megabytes} MB of pictures, once.
      </p>
      {Object.entries(problems).map(([name, problem]) => (
        <p key={name} className="problem" role="alert" id={`${id}-${name}`}>
          {problem}
        </p>
      ))}
    </fieldset>
  );
}
