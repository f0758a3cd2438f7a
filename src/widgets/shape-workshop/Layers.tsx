import type { ReactNode } from 'react';
import { NumberField } from '../../ui/controls/NumberField.tsx';
import {
  findProblem,
  projectionSettings,
  settingNames,
  type BlockSettings,
  type Convolution,
  type Setting,
  type ShortcutOption,
} from './block.ts';

interface Props {
  settings: BlockSettings;
  /** Of the sentence that says which number is out of bounds. */
  problemId: string;
  change: (part: Partial<BlockSettings>) => void;
}

const options: Record<ShortcutOption, string> = {
  identity: 'identity: x unchanged',
  A: 'A: subsample, pad with zeros',
  B: 'B: project where shapes change',
  C: 'C: project always',
};

const convolutionSettings = ['inChannels', 'outChannels', 'kernel', 'stride', 'padding'] as const;

/** The input and the layers, one row each. */
export function Layers({ settings, problemId, change }: Props) {
  const field = (setting: Setting, value: number, onChange: (value: number) => void) => (
    <NumberField
      key={setting}
      label={settingNames[setting]}
      value={value}
      problemId={findProblem(setting, value) && problemId}
      onChange={onChange}
    />
  );
  const layer = (name: 'conv1' | 'conv2' | 'projection', used: readonly (keyof Convolution)[]) =>
    used.map((setting) =>
      field(setting, settings[name][setting], (value) =>
        change({ [name]: { ...settings[name], [setting]: value } }),
      ),
    );
  return (
    <div className="layers">
      <Row name="Input x">
        {field('channels', settings.channels, (channels) => change({ channels }))}
        {field('size', settings.size, (size) => change({ size }))}
      </Row>
      <Row name="conv1" kind="branch">
        {layer('conv1', convolutionSettings)}
      </Row>
      <Row name="conv2" kind="branch">
        {layer('conv2', convolutionSettings)}
      </Row>
      <Row name="Shortcut" kind="shortcut">
        <label className="option">
          Option
          <select
            value={settings.option}
            onChange={({ target }) => change({ option: target.value as ShortcutOption })}
          >
            {Object.entries(options).map(([option, label]) => (
              <option key={option} value={option}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {layer('projection', projectionSettings(settings.option))}
      </Row>
    </div>
  );
}

interface RowProps {
  name: string;
  kind?: 'branch' | 'shortcut';
  children: ReactNode;
}

function Row({ name, kind, children }: RowProps) {
  return (
    <div role="group" aria-label={name} className="layer-row">
      <span aria-hidden="true" className={`layer-name ${kind ? `c-${kind}` : ''}`}>
        {name}
      </span>
      <div className="controls">{children}</div>
    </div>
  );
}
