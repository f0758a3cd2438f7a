import type { Locator } from 'playwright';
import { expect } from 'vitest';
import type { ExperimentExercise } from '../../../src/contract/exercises.ts';
import type { RunRecord } from '../../../src/contract/runRecord.ts';
import { labLink } from '../../../src/exercises/judges/experiment/ablate.ts';
import { shuffleCurves } from '../../../src/exercises/judges/experiment/nameCurves.ts';
import { shuffleRuns } from '../../../src/exercises/judges/experiment/diagnose.ts';
import { readyFigure, waitForPhase } from '../reader.ts';
import { mostFor, type StreamSum } from '../../../src/exercises/judges/experiment/readStream.ts';
import type { Answering } from './answering.ts';

type Task = ExperimentExercise['task'];

const tasks: Record<Task, (exercise: Locator) => Answering> = {
  'predict-depth': predictDepth,
  'name-curves': nameCurves,
  ablate,
  diagnose,
  'train-agreement': trainAgreement,
  steer,
  'read-stream': readStream,
};

/** Reads the recorded runs wrongly, then rightly. */
export function answerExperiment(exercise: Locator, { task }: ExperimentExercise): Answering {
  return tasks[task](exercise);
}

/** The recorded runs that an exercise holds. */
export async function runsOf(exercise: Locator): Promise<RunRecord[]> {
  const props = await exercise.locator('[data-props]').textContent();
  return (JSON.parse(props ?? '') as { files: { runs: RunRecord[] } }).files.runs;
}

function predictDepth(exercise: Locator): Answering {
  const choose = (label: string, word: string) =>
    exercise.getByRole('group', { name: label }).getByRole('button', { name: word }).click();
  const verdict = () => exercise.locator('.verdict:visible').first().innerText();
  return {
    async fail() {
      expect(await exercise.getByText('You are looking at').count()).toBe(0);
      await choose('Your prediction: plain', 'lower');
      await choose('Your prediction: residual', 'same');
      await exercise.getByRole('button', { name: 'Now show me' }).click();
      expect(await exercise.getByText('You are looking at').innerText()).toContain(
        'the recorded runs',
      );
      await choose('What you see: plain', 'lower');
      expect(await verdict()).toMatch(/^Not yet\. /);
    },
    async solve() {
      await choose('What you see: plain', 'higher');
      expect(await verdict()).toMatch(/^Right\. plain-56 .* You had predicted: it ends lower\./);
      await choose('What you see: residual', 'same');
      await exercise.getByRole('button', { name: 'overfits' }).click();
    },
  };
}

function nameCurves(exercise: Locator): Answering {
  const name = async (names: (ids: string[]) => string[]) => {
    const [run] = await runsOf(exercise);
    const curves = shuffleCurves(run!);
    const ids = names(curves.map(({ network }) => network.id));
    for (const [i, { letter }] of curves.entries())
      await exercise.getByRole('combobox', { name: letter }).selectOption(ids[i]!);
    await exercise.getByRole('button', { name: 'Check' }).click();
    return exercise.locator('[data-verdict="right"]').count();
  };
  return {
    fail: async () => expect(await name(([a, ...rest]) => [...rest, a!])).toBe(0),
    solve: async () => expect(await name((ids) => ids)).toBe(4),
  };
}

function ablate(exercise: Locator): Answering {
  const judge = async () => {
    await exercise.getByRole('button', { name: 'Judge the design' }).click();
    return exercise.locator('.property .verdict').allInnerTexts();
  };
  return {
    async fail() {
      expect(await judge()).toEqual(Array(4).fill(expect.stringMatching(/^Not yet\. .{20}/)));
    },
    async solve() {
      for (const [name, value] of [
        ['layers of network 1', '56'],
        ['batch norm of network 1', 'with'],
        ['learning rate of network 2', '0.05'],
      ] as const)
        await exercise.getByRole('combobox', { name }).selectOption(value);
      await exercise.getByRole('button', { name: 'Training error' }).click();
      await exercise.getByRole('button', { name: 'Three' }).click();
      expect(await judge()).toEqual(Array(4).fill(expect.stringMatching(/^Right\. /)));
      const link = exercise.getByRole('link', { name: 'Open this experiment in the lab' });
      expect(await link.getAttribute('href')).toBe(labLink);
      await exercise.getByRole('button', { name: 'is not enough' }).click();
    },
  };
}

function diagnose(exercise: Locator): Answering {
  const find = async (place: (letters: number) => number) => {
    const runs = shuffleRuns(await runsOf(exercise));
    const verdicts = [];
    for (const [i, { letter }] of runs.entries()) {
      const box = exercise.getByRole('listitem').filter({ hasText: `Run ${letter}` });
      const fault = runs[(i + place(runs.length)) % runs.length]!.run.networks[0]!.id;
      await box.getByRole('combobox').selectOption(fault);
      verdicts.push(await box.locator('.verdict').innerText());
    }
    return verdicts;
  };
  return {
    async fail() {
      // Each from the run's own data.
      for (const verdict of await find(() => 1)) expect(verdict).toMatch(/^Not yet\. .*\d/);
    },
    async solve() {
      for (const verdict of await find(() => 0)) expect(verdict).toMatch(/^Right\. /);
    },
  };
}

function trainAgreement(exercise: Locator): Answering {
  const choose = (label: string, word: string) =>
    exercise.getByRole('group', { name: label }).getByRole('button', { name: word }).click();
  const verdict = () => exercise.locator('.verdict:visible').first().innerText();
  return {
    async fail() {
      await choose('Your prediction', 'Nearly always');
      await exercise.getByRole('button', { name: 'Now show me' }).click();
      expect(await exercise.getByText('You are looking at').innerText()).toContain(
        'the recorded networks',
      );
      await choose('What you see', 'Nearly always');
      expect(await verdict()).toMatch(/^Not yet\. They agreed with 6.% to 61.%/);
    },
    async solve() {
      await choose('What you see', 'Sometimes');
      expect(await verdict()).toMatch(/^Right\. .* You had predicted: nearly always/);
      await choose('What it can know', 'No: at best');
    },
  };
}

function steer(exercise: Locator): Answering {
  const check = async () => {
    await exercise.getByRole('button', { name: 'Check what the figure shows' }).click();
    return exercise.locator('.property .verdict').allInnerTexts();
  };
  return {
    async fail() {
      const figure = await readyFigure(exercise.page(), 'stream-steering');
      await figure.getByRole('button', { name: 'Run', exact: true }).click();
      await waitForPhase(figure, 'done');
      expect(await check()).toContainEqual(
        expect.stringMatching(/^Not yet\. .*damaged the adding/),
      );
    },
    async solve() {
      const figure = await readyFigure(exercise.page(), 'stream-steering');
      await figure.getByRole('radio', { name: 'the embedding' }).check();
      const shown = exercise.locator('p', { hasText: /^The figure shows:.*after the embedding/ });
      await shown.waitFor();
      expect(await check()).toEqual(Array(4).fill(expect.stringMatching(/^Right\. .*\d/)));
    },
  };
}

function readStream(exercise: Locator): Answering {
  const press = (name: string) => exercise.getByRole('button', { name }).click();
  const verdicts = () => exercise.locator('.verdict:visible').allInnerTexts();
  const answer = async (typed: (sum: StreamSum, most: number) => number, place: string) => {
    const props = await exercise.locator('[data-props]').textContent();
    const { sum } = (JSON.parse(props ?? '') as { files: { sum: StreamSum } }).files;
    await press(place);
    await exercise.getByRole('textbox').fill(typed(sum, mostFor(sum)!.contribution).toFixed(2));
    await press('Check');
  };
  return {
    async fail() {
      await answer(({ difference }) => difference, 'none of them');
      await press('It decides');
      expect(await verdicts()).toEqual(Array(3).fill(expect.stringMatching(/^Not yet\. .{20}/)));
    },
    async solve() {
      await answer(({ difference }, most) => difference - most, 'MLP of layer 2');
      await press('It adds most');
      expect(await verdicts()).toEqual(Array(3).fill(expect.stringMatching(/^Right\. /)));
    },
  };
}
