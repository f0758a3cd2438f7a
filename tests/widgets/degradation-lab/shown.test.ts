import { expect, test } from 'vitest';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';
import { prediction } from '../../../src/widgets/degradation-lab/prediction.ts';
import {
  defaultSettings,
  settingsOfRun,
} from '../../../src/widgets/degradation-lab/setup/defaults.ts';
import { findPreset, settingsOf } from '../../../src/widgets/degradation-lab/setup/presets.ts';
import { toRunConfig } from '../../../src/widgets/degradation-lab/setup/settings.ts';
import { shownOf, staleNote } from '../../../src/widgets/degradation-lab/shown.ts';
import { sourceOf } from '../../../src/widgets/degradation-lab/sourceOf.ts';

const errors = { 'plain-20': 0.68, 'plain-56': 0.87, 'residual-20': 0.56, 'residual-56': 0.62 };
const recording = runWith(errors, 300);
const recorded = [recording];
const mine = runWith(errors, 150);
const nothing = {
  ...{ settings: defaultSettings, live: null, finished: [], kept: null, before: [], files: [] },
  ...{ checkpoint: null, speed: null },
};
const starting = { phase: 'starting', record: runWith(errors, 0) } as const;

test('the newest run with a step is shown', () => {
  expect(shownOf(nothing, undefined)).toBeNull();
  expect(shownOf(nothing, recorded)).toEqual({ runs: recorded, under: null, from: 'recorded' });
  expect(shownOf({ ...nothing, kept: { id: 'mine', record: mine } }, recorded)?.from).toBe('kept');
  expect(shownOf({ ...nothing, live: starting }, recorded)?.from).toBe('recorded');
  expect(shownOf({ ...nothing, live: starting, before: [mine] }, recorded)?.runs).toEqual([mine]);
  const live = { phase: 'training', record: runWith(errors, 3) } as const;
  expect(shownOf({ ...nothing, live, before: [mine] }, recorded)?.runs).toEqual([live.record]);
});

test('seeds that have finished are drawn together, and beneath the one that is being trained', () => {
  const finished = [runWith(errors, 300)];
  const live = { phase: 'training', record: runWith(errors, 3) } as const;
  expect(shownOf({ ...nothing, live, finished }, recorded)).toEqual({
    ...{ runs: [live.record], from: 'live' },
    under: { runs: finished, says: 'the seeds before' },
  });
  const done = { phase: 'done', record: runWith(errors, 300) } as const;
  expect(shownOf({ ...nothing, live: done, finished }, recorded)?.runs).toEqual([
    ...[finished[0], done.record],
  ]);
  expect(shownOf({ ...nothing, live: starting, finished }, recorded)?.runs).toEqual(finished);
});

test('all seeds of a kept run are shown', () => {
  const kept = { id: 'mine', record: mine, finished: [recording] };
  expect(shownOf({ ...nothing, kept }, recorded)?.runs).toEqual([recording, mine]);
});

test('runs from files are shown together, but not in the place of one that is being trained', () => {
  const files = [
    { from: 'a.json', record: mine },
    { from: 'b.json', record: recording },
  ];
  const shown = shownOf({ ...nothing, files, kept: { id: 'mine', record: mine } }, recorded);
  expect([shown?.from, shown?.runs]).toEqual(['files', [mine, recording]]);
  expect(staleNote({ ...nothing, settings: { ...defaultSettings, seed: 9 } }, shown)).toBe('');
  const live = { phase: 'training', record: runWith(errors, 3) } as const;
  expect(shownOf({ ...nothing, files, live }, recorded)?.from).toBe('live');
});

test('the recorded runs lie beneath the reader’s own of the same networks', () => {
  expect(shownOf({ ...nothing, kept: { id: 'mine', record: mine } }, recorded)?.under?.runs).toBe(
    recorded,
  );
  const others = runWith({ 'plain-8': 0.5, 'plain-32': 0.6 }, 150);
  expect(
    shownOf({ ...nothing, kept: { id: 'others', record: others } }, recorded)?.under,
  ).toBeNull();
  const reordered = runWith(errors, 150);
  reordered.config.networks = reordered.config.networks.map(({ id, kind, ...rest }) => ({
    ...{ ...rest, kind, id },
  }));
  expect(
    shownOf({ ...nothing, kept: { id: 'reordered', record: reordered } }, recorded)?.under?.runs,
  ).toBe(recorded);
  const bare = runWith(errors, 150);
  bare.config.networks[0]!.batchNorm = false;
  expect(shownOf({ ...nothing, kept: { id: 'bare', record: bare } }, recorded)?.under).toBeNull();
  const smaller = runWith(errors, 150);
  smaller.config.data.pictureSize = 10;
  expect(
    shownOf({ ...nothing, kept: { id: 'smaller', record: smaller } }, recorded)?.under,
  ).toBeNull();
});

test('a run that failed before its first step leaves the earlier one on the screen, and fresh', () => {
  const state = { ...nothing, live: { ...starting, phase: 'failed' as const } };
  const shown = shownOf(state, recorded);
  expect(shown?.runs).toBe(recorded);
  expect(staleNote(state, shown)).toBe('');
});

test('curves that the controls do not ask for say whose they are', () => {
  const shown = shownOf(nothing, recorded);
  expect(staleNote(nothing, shown)).toBe('');
  const note = (part: object) =>
    staleNote({ ...nothing, settings: { ...defaultSettings, ...part } }, shown);
  expect(note({ backend: 'cpu' })).toBe('');
  expect(note({ seed: 2 })).toContain('(seed 1)');
  expect(note(settingsOf(findPreset('tiny')))).toContain(
    '(16 × 16 pixels; plain-20, plain-56, residual-20, residual-56)',
  );
  expect(note({ steps: 50, learningRate: 0.5 })).toContain('(300 steps; learning rate 0.05)');
  const busy = { ...nothing, live: starting };
  expect(staleNote(busy, shownOf(busy, recorded))).toMatch(/^The recorded run, until the new one/);
  expect(staleNote(busy, shownOf({ ...busy, before: [mine] }, recorded))).toMatch(/^Your last run/);
});

test('recorded runs of other settings are not stale before the reader has asked for any', () => {
  const long = [1, 2, 3].map((seed) => {
    const run = runWith(errors, 5000);
    run.config.recipe.seed = seed;
    return run;
  });
  const shown = shownOf(nothing, long);
  expect(staleNote(nothing, shown)).toBe('');
  const note = (part: object) =>
    staleNote({ ...nothing, settings: { ...defaultSettings, ...part } }, shown);
  expect(note({ seed: 3 })).toContain('(5,000 steps)');
  expect(note({ seed: 9 })).toContain('(5,000 steps; seeds 1, 2 and 3)');
  const busy = { ...nothing, live: starting };
  expect(staleNote(busy, shown)).toMatch(/^The recorded runs, until the new one/);
});

test.each([
  {},
  settingsOf(findPreset('tiny')),
  settingsOf(findPreset('long')),
  { ...settingsOf(findPreset('paper')), steps: 40 },
  { kinds: ['plain' as const], depths: [20, 20], seed: 9 },
])('the controls are set as they were for a run that is shown again: %o', (part) => {
  const settings = { ...defaultSettings, ...part };
  expect(settingsOfRun(toRunConfig(settings))).toEqual(settings);
});

test('the source says what ran where', () => {
  expect(sourceOf({ runs: recorded, under: null, from: 'recorded' })).toEqual({
    kind: 'recorded',
    label: 'Recorded 24 November 2026',
    text: 'Recorded with this chapter’s own engine on 24 November 2026: WebAssembly on the CPU, 16 × 16 pixels, 300 steps, seed 1.',
  });
  expect(sourceOf({ runs: recorded, under: null, from: 'live' })?.text).toBe(
    'Trained live on this device: WebAssembly on the CPU. A test.',
  );
});

test('the source names the seeds of several runs', () => {
  const other = runWith(errors, 300);
  other.config.recipe.seed = 2;
  const source = sourceOf({ runs: [recording, other], under: null, from: 'recorded' });
  expect(source?.label).toBe('Recorded 24 November 2026, 2 seeds');
  expect(source?.text).toContain('300 steps, seeds 1 and 2.');
  expect(sourceOf({ runs: [recording, other], under: null, from: 'files' })?.label).toBe(
    'From files, 2 seeds',
  );
});

test('the run decides what was predicted, once it has ended with all four networks', () => {
  expect(prediction.outcome(recorded)).toEqual({
    right: [[1], [0], [3], [2]],
    says: 'Training error after 300 steps: plain-56 87 %, then plain-20 68 %, then residual-56 62 %, then residual-20 56 %.',
  });
  expect(prediction.options[1]).toBe('plain-56');
  const close = runWith({ ...errors, 'residual-56': 0.561 }, 300);
  expect(prediction.outcome([close])).toEqual({
    right: [[1], [0], [3, 2]],
    says: expect.stringMatching(
      /then residual-56 56 % and residual-20 56 %\. Those joined by “and” end too close/,
    ) as string,
  });
  const early = runWith(errors, 150);
  early.config.recipe.steps = 300;
  expect(prediction.outcome([early])).toBeNull();
  expect(prediction.outcome([runWith({ 'plain-8': 0.5, 'plain-32': 0.6 }, 300)])).toBeNull();
  expect(prediction.outcome([])).toBeNull();
  const other = runWith({ ...errors, 'plain-56': 0.77 }, 300);
  expect(prediction.outcome([recording, other])?.says).toContain('plain-56 82 %');
  expect(prediction.outcome([recording, other])?.says).toContain(
    'Training error after 300 steps, mean of 2 seeds: ',
  );
});
