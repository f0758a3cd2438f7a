import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import { visitLab } from './reader.ts';

const recorded = JSON.parse(await readFile('content/runs/degradation.json', 'utf8')) as RunRecord[];

/** What a student downloads, here of the recorded runs. */
const file = (name: string, text: string) => ({
  ...{ name, mimeType: 'application/json', buffer: Buffer.from(text) },
});
const runFile = (index: number, change: (run: RunRecord) => RunRecord = (run) => run) =>
  file(`group-${index + 1}.json`, JSON.stringify(change(recorded[index]!)));

const alerts = (lab: Locator) => lab.locator('.result-files').getByRole('alert').allInnerTexts();

test('result files of a class are merged to one picture, and what does not belong is named', async () => {
  const { lab } = await visitLab('');
  const files = lab.locator('.result-files');
  await files.getByText('Compare result files').click();
  const chooser = files.locator('input[type=file]');
  await chooser.setInputFiles([runFile(0), runFile(1)]);
  await lab.locator('[data-provenance="kept"]').getByText('From files, 2 seeds').waitFor();

  // The third is dropped.
  const dropped = await lab.page().evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'group-3.json', { type: 'application/json' }));
    return data;
  }, JSON.stringify(recorded[2]));
  await files.locator('.file-drop').dispatchEvent('drop', { dataTransfer: dropped });
  await lab.locator('[data-provenance="kept"]').getByText('From files, 3 seeds').waitFor();
  expect(await files.getByRole('listitem').allInnerTexts()).toEqual(
    [1, 2, 3].map((seed) =>
      expect.stringMatching(
        new RegExp(`^group-${seed}\\.json: seed ${seed}, 5000 of 5000 steps, .+, WebAssembly`),
      ),
    ),
  );
  expect(await lab.locator('.error-chart .band').count()).toBe(4);
  await lab.locator('.error-chart').getByText('line and band: mean and range of 3 seeds').waitFor();
  expect(await lab.locator('[data-takeaway]').innerText()).toMatch(/averaged over 3 seeds/);
  expect(await alerts(lab)).toEqual([]);

  const otherRate = (run: RunRecord): RunRecord => ({
    ...run,
    config: { ...run.config, recipe: { ...run.config.recipe, learningRate: 0.5 } },
  });
  const whole = JSON.stringify(recorded[0]);
  const [short] = [recorded[0]!.networks[0]!];
  await chooser.setInputFiles([
    file('notes.json', '# My notes'),
    file('cut.json', whole.slice(0, whole.length / 2)),
    file('other.json', '{"name":"something else"}'),
    file('short.json', whole.replace(JSON.stringify(short.trainErrors), '[0.5,0.4]')),
    { ...runFile(1, otherRate), name: 'faster.json' },
    runFile(2),
    file('empty.json', ''),
  ]);
  await expect.poll(async () => (await alerts(lab)).length).toBe(7);
  expect(await alerts(lab)).toEqual([
    expect.stringMatching(/^notes\.json is not JSON, or only a part of it\./),
    expect.stringMatching(/^cut\.json is not JSON, or only a part of it\./),
    expect.stringMatching(/^other\.json is not a run of this lab/),
    expect.stringMatching(/^short\.json is damaged/),
    expect.stringMatching(/^empty\.json is not JSON/),
    expect.stringMatching(/^faster\.json was trained with other settings than group-1\.json/),
    expect.stringMatching(/^group-3\.json holds a run that is there already\./),
  ]);
  expect(await files.getByRole('listitem').count()).toBe(3);

  await files.getByRole('button', { name: 'Remove the files' }).click();
  await lab.locator('[data-provenance="recorded"]').waitFor();
  expect(await alerts(lab)).toEqual([]);
});
