import { useState, type ReactNode } from 'react';
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
  A: 'A: pad with zeros',
  B: 'B: project if needed',
  C: 'C: project always',
};

const convolutionSettings = ['inChannels', 'outChannels', 'kernel', 'stride', 'padding'] as const;

/** The input and the layers, side by side as in the drawing; a phone shows one at a time. */
export function Layers({ settings, problemId, change }: Props) {
  const [open, setOpen] = useState('Input x');
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
      <div className="buttons layer-choice" role="group" aria-label="What to set">
        {Object.keys(kinds).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === open}
            onClick={() => setOpen(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <Row name="Input x" isOpen={open === 'Input x'}>
        {field('channels', settings.channels, (channels) => change({ channels }))}
        {field('size', settings.size, (size) => change({ size }))}
      </Row>
      <Row name="conv1" isOpen={open === 'conv1'}>
        {layer('conv1', convolutionSettings)}
      </Row>
      <Row name="conv2" isOpen={open === 'conv2'}>
        {layer('conv2', convolutionSettings)}
      </Row>
      <Row name="Shortcut" isOpen={open === 'Shortcut'}>
        <label className="option">
          <span>Option</span>
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

const kinds = { 'Input x': '', conv1: 'c-branch', conv2: 'c-branch', Shortcut: 'c-shortcut' };

interface RowProps {
  name: keyof typeof kinds;
  /** Whether a phone shows it. */
  isOpen: boolean;
  children: ReactNode;
}

function Row({ name, isOpen, children }: RowProps) {
  return (
    <div role="group" aria-label={name} className={`layer-row ${isOpen ? 'open' : ''}`.trimEnd()}>
      <span aria-hidden="true" className={`layer-name ${kinds[name]}`.trimEnd()}>
        {name}
      </span>
      <div className="controls">{children}</div>
    </div>
  );
}
