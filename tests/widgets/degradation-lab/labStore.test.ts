import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Checkpoint } from '../../../src/contract/checkpoint.ts';
import type { RunConfig } from '../../../src/contract/runConfig.ts';
import type { RunRecord } from '../../../src/contract/runRecord.ts';
import type { TrainEvent } from '../../../src/contract/training.ts';
import type { StorageProblem } from '../../../src/lib/deviceStorage.ts';
import type { KeptRun } from '../../../src/runtime/labRuns.ts';
import {
  createLabStore,
  type LabClients,
} from '../../../src/widgets/degradation-lab/run/labStore.ts';
import { defaultSettings } from '../../../src/widgets/degradation-lab/setup/defaults.ts';
import { toRunConfig } from '../../../src/widgets/degradation-lab/setup/settings.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const earlier = runWith({ 'plain-8': 0.5 }, 10);

/** A lab whose workers and storage are the test's: it says what they tell, and sees what they are told. */
function openLab({
  kept = null as RunRecord | null,
  checkpoint = undefined as Checkpoint | undefined,
  unkept = null as StorageProblem | null,
  others = {} as Pick<KeptRun, 'finished' | 'seeds' | 'ended'>,
} = {}) {
  const workers: { told: string[]; say: (...events: TrainEvent[]) => void }[] = [];
  const archived: KeptRun[] = [];
  const ids = new Set<string>();
  let onDevice: KeptRun | null = kept && {
    ...{ ...others, id: 'earlier', record: kept },
    ...(checkpoint && { checkpoint }),
  };
  const archive: LabClients['archive'] = {
    keep(id, run) {
      ids.add(id);
      archived.push(run);
      onDevice = run;
      return Promise.resolve(unkept);
    },
    remove(id) {
      if (onDevice?.id === id) onDevice = null;
      return Promise.resolve();
    },
    find: () => Promise.resolve(onDevice),
    removeOwn() {
      onDevice = null;
      return Promise.resolve();
    },
  };
  const startTraining = vi.fn((_config, _backend, onEvent: (event: TrainEvent) => void) => {
    const told: string[] = [];
    workers.push({ told, say: (...events) => events.forEach(onEvent) });
    const tell = (word: string) => () => void told.push(word);
    return {
      pause: tell('pause'),
      resume: tell('resume'),
      stop: tell('stop'),
      dispose: tell('dispose'),
    };
  });
  const readRunFile = (file: File) =>
    file.name.endsWith('.json')
      ? Promise.resolve([runWith({ 'plain-8': 0.5 }, Number(file.name.split('.')[0]))])
      : Promise.reject(new Error(`${file.name} is no run.`));
  const findSpeed = vi.fn((signal: AbortSignal) =>
    Promise.resolve(signal.aborted ? null : { msPerLayer: 1, msPerMillion: 2 }),
  );
  const lab = createLabStore({ startTraining, archive, readRunFile, findSpeed });
  const onDeviceNow = () => onDevice;
  return { lab, workers, archived, ids, startTraining, findSpeed, onDeviceNow };
}

const draw = () => vi.advanceTimersByTime(120);
const progress = (step: number): TrainEvent => ({
  ...{ type: 'progress', step, trainingMs: step, tensors: 1 },
});
const trained = (step: number, trainError: number): TrainEvent => ({
  ...{ type: 'step', network: 'plain-20', step, loss: 2, trainError },
});
const finished: TrainEvent = { type: 'done', step: 300, reason: 'finished' };
const checkpoint: Checkpoint = { step: 7, trainingMs: 70, networks: [] };
const one: Checkpoint = { ...checkpoint, step: 1 };
const weights: TrainEvent = { type: 'checkpoint', checkpoint: one };

test('the worker gets the whole config, and the record carries it', () => {
  const { lab, startTraining } = openLab();
  const settings = { ...defaultSettings, seed: 7, backend: 'wasm' as const };
  lab.change(settings);
  lab.train();
  const config = toRunConfig(settings);
  expect(startTraining).toHaveBeenCalledExactlyOnceWith(
    ...[config, 'wasm', expect.any(Function), undefined],
  );
  expect(lab.getState().live?.record.config).toEqual(config);
});

test('events are drawn together and in their order', () => {
  const { lab, workers } = openLab();
  lab.train();
  const drawn = vi.fn();
  lab.subscribe(drawn);
  workers[0]!.say(trained(1, 0.9), progress(1));
  workers[0]!.say(trained(2, 0.8), progress(2));
  expect(drawn).not.toHaveBeenCalled();
  draw();
  workers[0]!.say(trained(3, 0.7), progress(3));
  draw();
  expect(drawn).toHaveBeenCalledTimes(2);
  const { record, phase } = lab.getState().live!;
  expect([phase, record.step, record.networks[0]?.trainErrors]).toEqual([
    ...['training', 3, [0.9, 0.8, 0.7]],
  ]);
});

describe.each([
  { when: 'was said before, but not drawn yet', before: [progress(1), finished], after: [] },
  { when: 'is said afterwards', before: [], after: [progress(1), finished] },
])('what an old run $when', ({ before, after }) => {
  test('is neither drawn nor kept after Reset', () => {
    const { lab, workers, archived, onDeviceNow } = openLab();
    lab.train();
    workers[0]!.say(trained(1, 0.9), ...before);
    draw();
    workers[0]!.say(...before);
    lab.reset();
    archived.length = 0;
    workers[0]!.say(...after);
    vi.runAllTimers();
    expect(lab.getState()).toMatchObject({ live: null, kept: null });
    expect(workers[0]!.told).toEqual(['dispose']);
    expect(archived).toEqual([]);
    expect(onDeviceNow()).toBeNull();
  });

  test('does not mix with the run that took its place', () => {
    const { lab, workers, archived } = openLab();
    lab.train();
    workers[0]!.say(...before);
    lab.train();
    workers[0]!.say(...after);
    vi.runAllTimers();
    expect(lab.getState().live).toMatchObject({ phase: 'starting', record: { step: 0 } });
    expect(archived).toEqual([]);
    workers[1]!.say(trained(1, 0.1), progress(1));
    draw();
    const { record, phase } = lab.getState().live!;
    expect([phase, record.step, record.networks[0]?.trainErrors]).toEqual(['training', 1, [0.1]]);
    expect(workers.map(({ told }) => told)).toEqual([['dispose'], []]);
  });

  test('is not heard once the lab is taken off the page', () => {
    const { lab, workers, archived } = openLab();
    lab.train();
    workers[0]!.say(...before);
    lab.dispose();
    workers[0]!.say(...after);
    vi.runAllTimers();
    expect(workers[0]!.told).toEqual(['dispose']);
    expect(lab.getState().live?.record.step).toBe(0);
    expect(archived).toEqual([]);
  });
});

test('a run that was drawn late does not hurry the next one', () => {
  const { lab, workers } = openLab();
  lab.train();
  workers[0]!.say(progress(1));
  vi.advanceTimersByTime(100);
  lab.train();
  workers[1]!.say(progress(1));
  vi.advanceTimersByTime(119);
  expect(lab.getState().live?.record.step).toBe(0);
  vi.advanceTimersByTime(1);
  expect(lab.getState().live?.record.step).toBe(1);
});

test('the kept run is shown when the page opens, until the reader trains', async () => {
  const { lab } = openLab({ kept: earlier });
  await lab.restore();
  expect(lab.getState()).toMatchObject({ live: null, kept: { record: earlier } });
  lab.train();
  expect(lab.getState()).toMatchObject({ live: { phase: 'starting' }, kept: null });
});

test.each(['train', 'reset'] as const)(
  'a kept run that is read late does not undo what the reader did first: %s',
  async (doing) => {
    const { lab } = openLab({ kept: earlier });
    const restored = lab.restore();
    lab[doing]();
    await restored;
    expect(lab.getState().kept).toBeNull();
    expect(lab.getState().live === null).toBe(doing === 'reset');
  },
);

test('a run that was trained and reset while the kept one was read leaves neither', async () => {
  const { lab } = openLab({ kept: earlier });
  const restored = lab.restore();
  lab.train();
  lab.reset();
  await restored;
  expect(lab.getState()).toMatchObject({ live: null, kept: null });
});

test('stopping while the engine starts ends the run before its first step', () => {
  const { lab, workers, archived } = openLab();
  lab.train();
  workers[0]!.say({ type: 'waiting', waiting: { for: 'engine' } });
  draw();
  expect(lab.getState().live?.phase).toBe('starting');
  lab.stop();
  expect(workers[0]!.told).toEqual(['stop']);
  workers[0]!.say({ type: 'done', step: 0, reason: 'stopped' });
  draw();
  const { live } = lab.getState();
  expect([live?.phase, live?.ended, live?.waiting]).toEqual([
    ...['done', 'Stopped after step 0.', undefined],
  ]);
  expect(archived).toEqual([]);
});

test('after a failure the next run starts afresh', () => {
  const { lab, workers } = openLab();
  lab.train();
  workers[0]!.say(trained(1, 0.9), progress(1));
  workers[0]!.say({ type: 'failed', message: 'M.', remedy: 'R.' });
  draw();
  expect(lab.getState().live).toMatchObject({ phase: 'failed', failure: { message: 'M.' } });
  lab.train();
  expect(lab.getState().live).toMatchObject({ phase: 'starting', record: { step: 0 } });
  expect(lab.getState().live).not.toHaveProperty('failure');
  workers[1]!.say(trained(1, 0.8), progress(1), finished);
  draw();
  expect(lab.getState().live?.phase).toBe('done');
  expect(lab.getState().live?.record.networks[0]?.trainErrors).toEqual([0.8]);
});

test('a run is kept every two seconds, and at once where it ends', async () => {
  const { lab, workers, archived } = openLab();
  lab.train();
  workers[0]!.say(weights);
  for (let step = 1; step <= 7; step++) {
    workers[0]!.say(progress(step));
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(archived.map(({ record }) => record.step)).toEqual([1, 6]);
  workers[0]!.say(progress(8), finished);
  draw();
  expect(archived.map(({ record }) => record.step)).toEqual([1, 6, 8]);
});

test('a run is kept with its weights, and with whether it has ended', () => {
  const { lab, workers, archived } = openLab();
  lab.train();
  workers[0]!.say(trained(7, 0.9), progress(7));
  draw();
  // Cut off now, it could not go on.
  expect(archived).toEqual([]);
  workers[0]!.say({ type: 'checkpoint', checkpoint });
  draw();
  expect(archived.at(-1)?.checkpoint).toBe(checkpoint);
  workers[0]!.say(progress(8), finished);
  draw();
  expect(archived.at(-1)).toMatchObject({ checkpoint, ended: true });
});

describe('a run that was cut off', () => {
  const cutOff = () => {
    const kept = runWith({ 'plain-8': 0.5 }, 9);
    kept.config.recipe = { ...kept.config.recipe, steps: 20, seed: 5 };
    return kept;
  };

  test('is offered, and takes nothing’s place', async () => {
    const { lab } = openLab({ kept: cutOff(), checkpoint });
    await lab.restore();
    expect(lab.getState()).toMatchObject({ kept: null, live: null, settings: defaultSettings });
    expect(lab.getState().unfinished?.record.step).toBe(9);
  });

  test('goes on from its checkpoint, under its own name', async () => {
    const { lab, workers, startTraining, archived, ids } = openLab({ kept: cutOff(), checkpoint });
    await lab.restore();
    lab.goOn();
    const { live, unfinished, settings } = lab.getState();
    expect([unfinished, live?.record.step, settings.seed]).toEqual([null, 7, 5]);
    expect(live?.record.networks[0]?.trainErrors).toHaveLength(7);
    // On what it was trained on: another backend rounds differently.
    expect(startTraining.mock.calls[0]).toEqual([
      ...[cutOff().config, cutOff().engine.backend, expect.any(Function), checkpoint],
    ]);
    workers[0]!.say({ ...trained(8, 0.4), network: 'plain-8' } as TrainEvent, progress(8));
    draw();
    expect(archived.at(-1)?.record.networks[0]?.trainErrors.at(-1)).toBe(0.4);
    expect([...ids]).toEqual(['earlier']);
  });

  test('is forgotten when the reader says so', async () => {
    const { lab, onDeviceNow } = openLab({ kept: cutOff(), checkpoint });
    await lab.restore();
    const forgotten = lab.discard();
    // Until the device has, a reload would offer it again.
    expect(lab.getState().unfinished?.id).toBe('earlier');
    await forgotten;
    expect([lab.getState().unfinished, onDeviceNow()]).toEqual([null, null]);
  });
});

test('several seeds are trained one after the other, each from its own config', () => {
  const { lab, workers, startTraining } = openLab();
  lab.change({ ...defaultSettings, seed: 4, seeds: 3 });
  lab.train();
  for (const index of [0, 1, 2]) {
    workers[index]!.say(trained(1, 0.5), progress(1), finished);
    draw();
  }
  const configs = startTraining.mock.calls.map(([config]) => config as RunConfig);
  expect(configs.map(({ recipe }) => recipe.seed)).toEqual([4, 5, 6]);
  expect(lab.getState().finished.map(({ config }) => config.recipe.seed)).toEqual([4, 5]);
  expect(lab.getState().live).toMatchObject({ phase: 'done' });
});

test('one of several seeds that was cut off goes on with those before and after it', async () => {
  const { lab, workers, onDeviceNow } = openLab();
  lab.change({ ...defaultSettings, seed: 4, seeds: 3 });
  lab.train();
  workers[0]!.say(trained(1, 0.5), progress(1), finished);
  draw();
  workers[1]!.say(trained(1, 0.5), progress(1), weights);
  draw();

  const cut = onDeviceNow()!;
  const again = openLab({ kept: cut.record, checkpoint: one, others: cut });
  await again.lab.restore();
  again.lab.goOn();
  expect(again.lab.getState().settings).toMatchObject({ seed: 4, seeds: 3 });
  for (const index of [0, 1]) {
    again.workers[index]!.say(progress(2), finished);
    draw();
  }
  const { finished: before, live } = again.lab.getState();
  const seedOf = ({ config }: RunRecord) => config.recipe.seed;
  expect([...before.map(seedOf), seedOf(live!.record)]).toEqual([4, 5, 6]);
});

test('seeds that were cut off between two of them go on with the next', async () => {
  const { lab, workers, onDeviceNow } = openLab();
  lab.change({ ...defaultSettings, seed: 4, seeds: 2 });
  lab.train();
  workers[0]!.say(trained(1, 0.5), progress(1), finished);
  draw();

  const cut = onDeviceNow()!;
  const again = openLab({ kept: cut.record, others: cut });
  await again.lab.restore();
  expect(again.lab.getState()).toMatchObject({ kept: null, unfinished: { seeds: [5] } });
  again.lab.goOn();
  const { finished: before, live } = again.lab.getState();
  expect(before).toEqual([cut.record]);
  expect(live).toMatchObject({ phase: 'starting', record: { step: 0 } });
  expect(live?.record.config.recipe.seed).toBe(5);
});

test('all seeds of a finished run come back, with the weights of the last', async () => {
  const seeds = [4, 5].map((seed) => runWith({ 'plain-8': 0.5 }, seed));
  const others = { finished: [seeds[0]!], ended: true as const };
  const { lab } = openLab({ kept: seeds[1]!, checkpoint, others });
  await lab.restore();
  expect(lab.getState().kept).toMatchObject({ record: seeds[1], finished: [seeds[0]], checkpoint });
  expect(lab.getState().settings.seeds).toBe(2);
});

test('a run that fails on the way can go on at once', () => {
  const { lab, workers, startTraining } = openLab();
  lab.train();
  workers[0]!.say(trained(1, 0.9), progress(1), weights);
  workers[0]!.say({ type: 'failed', message: 'M.', remedy: 'R.' });
  draw();
  expect(lab.getState()).toMatchObject({
    live: { phase: 'failed' },
    unfinished: { checkpoint: one },
  });
  lab.goOn();
  expect(startTraining.mock.calls.at(-1)?.at(-1)).toBe(one);
});

test('stopping one of several seeds leaves out the rest', () => {
  const { lab, workers } = openLab();
  lab.change({ ...defaultSettings, seeds: 3 });
  lab.train();
  workers[0]!.say(trained(1, 0.5), progress(1));
  lab.stop();
  workers[0]!.say({ type: 'done', step: 1, reason: 'stopped' });
  draw();
  expect(workers).toHaveLength(1);
});

test('files are added, and a sentence says why one could not be', async () => {
  const { lab } = openLab();
  const named = (...names: string[]) => names.map((name) => new File([], name));
  await lab.addFiles(named('100.json', 'notes.txt', '60.json', '100.json'));
  const { files, fileProblems } = lab.getState();
  expect(files.map(({ from }) => from)).toEqual(['100.json']);
  expect(fileProblems).toEqual([
    'notes.txt is no run.',
    expect.stringMatching(/^60\.json was trained with other settings than 100\.json/),
    '100.json holds a run that is there already.',
  ]);
  lab.removeFiles();
  expect(lab.getState()).toMatchObject({ files: [], fileProblems: [] });
});

test('the device is measured once', async () => {
  const { lab, findSpeed } = openLab();
  lab.measure();
  lab.measure();
  await vi.runAllTimersAsync();
  expect(findSpeed).toHaveBeenCalledOnce();
  expect(lab.getState().speed).toEqual({ msPerLayer: 1, msPerMillion: 2 });
});

test('once the device is measured, controls that nobody has touched fit it', async () => {
  const { lab, findSpeed } = openLab();
  findSpeed.mockResolvedValueOnce({ msPerLayer: 0.1, msPerMillion: 0.01 });
  lab.measure();
  await vi.runAllTimersAsync();
  const { settings } = lab.getState();
  expect(settings).toMatchObject({ preset: 'quick', seed: 1 });
  expect(settings.steps).toBeGreaterThan(defaultSettings.steps);

  const touched = openLab();
  touched.lab.change({ ...defaultSettings, seed: 2 });
  touched.lab.measure();
  await vi.runAllTimersAsync();
  expect(touched.lab.getState().settings).toEqual({ ...defaultSettings, seed: 2 });
});

test('measuring makes way for a run, and is done after it', async () => {
  const { lab, workers, findSpeed } = openLab();
  findSpeed.mockImplementationOnce(
    (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(null))),
  );
  lab.measure();
  lab.train();
  await vi.runAllTimersAsync();
  lab.measure();
  expect(findSpeed).toHaveBeenCalledOnce();
  workers[0]!.say(progress(1), finished);
  draw();
  lab.measure();
  await vi.runAllTimersAsync();
  expect(lab.getState().speed).toEqual({ msPerLayer: 1, msPerMillion: 2 });
});

test('each run of a page is kept under a name of its own', () => {
  const { lab, workers, ids } = openLab();
  for (const index of [0, 1]) {
    lab.train();
    workers[index]!.say(progress(1), progress(2), finished);
    draw();
  }
  expect(ids.size).toBe(2);
});

test('a run that the device does not keep says so, until the next one', async () => {
  const { lab, workers } = openLab({ unkept: 'full' });
  lab.train();
  workers[0]!.say(progress(1), weights);
  await vi.advanceTimersByTimeAsync(120);
  expect(lab.getState().unkept).toBe('full');
  lab.train();
  expect(lab.getState().unkept).toBeNull();
});
