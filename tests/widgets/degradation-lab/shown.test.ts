import { expect, test } from 'vitest';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';
import { prediction } from '../../../src/widgets/degradation-lab/prediction.ts';
import {
  defaultSettings,
  settingsOfRun,
  toRunConfig,
} from '../../../src/widgets/degradation-lab/settings.ts';
import { shownOf, staleNote } from '../../../src/widgets/degradation-lab/shown.ts';
import { sourceOf } from '../../../src/widgets/degradation-lab/sourceOf.ts';

const errors = { 'plain-20': 0.68, 'plain-56': 0.87, 'residual-20': 0.56, 'residual-56': 0.62 };
const recording = runWith(errors, 300);
const mine = runWith(errors, 150);
const nothing = {
  settings: defaultSettings,
  ...{ live: null, kept: null, before: null, checkpoint: null },
};
const starting = { phase: 'starting', record: runWith(errors, 0) } as const;

test('the newest run with a step is shown', () => {
  expect(shownOf(nothing, undefined)).toBeNull();
  expect(shownOf(nothing, recording)).toEqual({ record: recording, from: 'recorded' });
  expect(shownOf({ ...nothing, kept: mine }, recording)?.from).toBe('kept');
  expect(shownOf({ ...nothing, live: starting }, recording)?.from).toBe('recorded');
  expect(shownOf({ ...nothing, live: starting, before: mine }, recording)?.record).toBe(mine);
  const live = { phase: 'training', record: runWith(errors, 3) } as const;
  expect(shownOf({ ...nothing, live, before: mine }, recording)?.record).toBe(live.record);
});

test('a run that failed before its first step leaves the earlier one on the screen, and fresh', () => {
  const state = { ...nothing, live: { ...starting, phase: 'failed' as const } };
  const shown = shownOf(state, recording);
  expect(shown?.record).toBe(recording);
  expect(staleNote(state, shown)).toBe('');
});

test('curves that the controls do not ask for say whose they are', () => {
  const shown = shownOf(nothing, recording);
  expect(staleNote(nothing, shown)).toBe('');
  const note = (part: object) =>
    staleNote({ ...nothing, settings: { ...defaultSettings, ...part } }, shown);
  expect(note({ backend: 'cpu' })).toBe('');
  expect(note({ seed: 2 })).toContain('(seed 1)');
  expect(note({ preset: 'tiny', depths: [8, 32] })).toContain(
    '(16 × 16 pixels; plain-20, plain-56, residual-20, residual-56)',
  );
  expect(note({ steps: 50, learningRate: 0.5 })).toContain('(300 steps; learning rate 0.05)');
  const busy = { ...nothing, live: starting };
  expect(staleNote(busy, shownOf(busy, recording))).toMatch(/^The recorded run, until the new one/);
  expect(staleNote(busy, shownOf({ ...busy, before: mine }, recording))).toMatch(/^Your last run/);
});

test.each([
  {},
  { preset: 'tiny', depths: [8, 32] },
  { preset: 'long', depths: [20, 56], steps: 1500 },
  { preset: 'paper', depths: [20, 56], steps: 40, learningRate: 0.1 },
  { kinds: ['plain' as const], depths: [20, 20], seed: 9 },
])('the controls are set as they were for a run that is shown again: %o', (part) => {
  const settings = { ...defaultSettings, ...part };
  expect(settingsOfRun(toRunConfig(settings))).toEqual(settings);
});

test('the source says what ran where', () => {
  expect(sourceOf({ record: recording, from: 'recorded' })).toEqual({
    kind: 'recorded',
    label: 'Recorded 24 November 2026',
    text: 'Recorded with this chapter’s own engine on 24 November 2026: WebAssembly on the CPU, 16 × 16 pixels, 300 steps, seed 1. Press Train to start your own run.',
  });
  expect(sourceOf({ record: recording, from: 'live' }).text).toBe(
    'Trained live on this device: WebAssembly on the CPU. A test.',
  );
});

test('the run decides what was predicted, once it has ended with all four networks', () => {
  expect(prediction.outcome(recording)).toEqual({
    right: 1,
    says: 'After 300 steps plain-56 has the highest training error (plain-20 68 %, plain-56 87 %, residual-20 56 %, residual-56 62 %).',
  });
  expect(prediction.options[1]).toBe('plain-56');
  const early = runWith(errors, 150);
  early.config.recipe.steps = 300;
  expect(prediction.outcome(early)).toBeNull();
  expect(prediction.outcome(runWith({ 'plain-8': 0.5, 'plain-32': 0.6 }, 300))).toBeNull();
  expect(prediction.outcome(undefined)).toBeNull();
});
