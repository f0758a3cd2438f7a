import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { smallText } from './labRun.ts';
import { readCsv, startTraining, visitLab, waitForPhase } from './reader.ts';

const python = '/usr/bin/python3';
const hasTorch = spawnSync(python, ['-c', 'import torch']).status === 0;

async function download(page: Page, button: Locator, to: string): Promise<void> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  await file.saveAs(path.join(to, file.suggestedFilename()));
}

test('a trained network opens: blocks are removed live, and PyTorch prints the page’s logits', async () => {
  const { page, lab } = await visitLab('preset=tiny&depths=8-14&steps=60&seed=3');
  await startTraining(lab);
  await waitForPhase(lab, 'training');
  await lab.getByText('Open a network').click();
  await lab.getByText('once the run has ended or is paused').waitFor();
  await waitForPhase(lab, 'done');
  const trained = lab.locator('.trained');
  const choose = (id: string) =>
    trained.getByRole('group', { name: 'Which network' }).getByRole('button', { name: id }).click();
  const row = async (id: string) => {
    const cells = trained.getByRole('row', { name: id }).getByRole('cell');
    return (await cells.allTextContents()).map((text) => parseInt(text, 10) / 100);
  };
  for (const id of ['plain-14', 'residual-14']) {
    await choose(id);
    await trained.locator('[data-trained="busy"]').waitFor();
    await trained.locator('[data-trained="done"]').waitFor();
  }

  // The whole network's error is the one that the run measured after its last step.
  const last = (await readCsv(page, lab)).at(-1)!;
  for (const id of ['plain-14', 'residual-14']) {
    const [whole, middle, worst] = await row(id);
    expect(whole).toBeCloseTo(last[`${id} test error`]!, 2);
    expect(worst).toBeGreaterThanOrEqual(middle!);
  }
  expect(await trained.locator('.lesion .bar').count()).toBe(6);

  // By keyboard: the next block, whose maps are computed then.
  await trained.getByRole('slider', { name: 'Block' }).press('ArrowRight');
  await trained.getByText(/^Without block 2: \d+.% test error instead of/).waitFor();
  await trained
    .getByRole('img', { name: /^y, channel \d/ })
    .first()
    .waitFor();
  await trained.getByRole('button', { name: 'Next mistake' }).click();
  await trained.getByText(/^(?!.*, 1 of 500)\w+, \d+ of 500$/).waitFor();
  await trained.locator('[data-trained="done"]').waitFor();
  expect(await examine(page, { include: '.trained' })).toEqual([]);

  // The room sees its bars, and nothing that lies over them.
  await lab.getByRole('button', { name: 'Full screen' }).click();
  await lab.getByRole('button', { name: 'Leave full screen' }).waitFor();
  await expect.poll(() => smallText(lab)).toEqual([]);
  expect(await lab.locator('.error-chart, .map-grid').filter({ visible: true }).count()).toBe(0);
  const { height } = (await trained.locator('.lesion-bars').boundingBox())!;
  expect(height).toBeGreaterThan(300);
  const frame = lab.locator('.figure-frame');
  expect(await frame.evaluate((one) => one.scrollHeight <= one.clientHeight)).toBe(true);
  await lab.getByRole('button', { name: 'Leave full screen' }).click();

  const logits = (await trained.locator('.logits dd').allTextContents()).map((text) =>
    Number(text.replace('−', '-')),
  );
  expect(logits.filter(Number.isFinite)).toHaveLength(10);
  const folder = mkdtempSync(path.join(tmpdir(), 'trained-'));
  try {
    await download(page, trained.getByRole('button', { name: 'Download weights' }), folder);
    await download(page, trained.getByRole('button', { name: 'Download PyTorch script' }), folder);
    if (!hasTorch) return;
    const printed = execFileSync(python, ['residual-14.py'], { cwd: folder, encoding: 'utf8' });
    const rows = printed.trim().split('\n').slice(1, 11);
    for (const [index, line] of rows.entries())
      expect(Math.abs(Number(line.trim().split(/\s+/)[1]) - logits[index]!)).toBeLessThan(1e-4);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
