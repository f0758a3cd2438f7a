import { expect, inject, test } from 'vitest';
import { readNames, waitForAnswer } from './classifierPage.ts';
import { readyFigure, startTraining, visit, waitForPhase } from './reader.ts';

test('what a presenter does in one window is done in the other, and the room’s window keeps it over a reload', async () => {
  const audience = await visit(
    'degradation/?present&preset=tiny&depths=8-8&kinds=residual&steps=4000#degradation-lab',
  );
  await audience.locator('html[data-presenting]').waitFor();
  const opened = audience.waitForEvent('popup');
  await audience.keyboard.press('n');
  const presenter = await opened;
  const mirror = presenter.frameLocator('iframe');
  const mirrored = mirror.locator('#degradation-lab[data-ready]');
  await mirrored.waitFor();
  const lab = await readyFigure(audience, 'degradation-lab');

  // Started in the presenter's window, it runs in the room's, and both show it.
  await startTraining(mirrored);
  await waitForPhase(lab, 'training');
  await waitForPhase(mirrored, 'training');
  await expect.poll(() => stepOf(mirrored)).toBeGreaterThan(3);
  const training = audience.workers().filter((worker) => worker.url().includes('train.worker'));
  expect(training).toHaveLength(1);
  const mirrorPage = presenter.frames().find((frame) => frame.url().includes('present=mirror'));
  expect(presenter.workers(), mirrorPage?.url()).toHaveLength(0);

  await mirrored.getByRole('button', { name: 'Pause', exact: true }).click();
  await waitForPhase(lab, 'paused');
  await waitForPhase(mirrored, 'paused');
  const step = await stepOf(lab);
  await expect.poll(() => stepOf(mirrored)).toBe(step);

  // The room's window is reloaded: what was computed is still there, and can be gone on with.
  await audience.reload();
  await audience.locator('html[data-presenting]').waitFor();
  await readyFigure(audience, 'degradation-lab');
  await lab.getByRole('button', { name: 'Go on with it' }).waitFor();
  await presenter.close();
});

test('the classifier’s answer and a slider are the same in both windows, also in the next lesson', async () => {
  const audience = await visit('resnet34/?present#classifier');
  await audience.locator('html[data-presenting]').waitFor();
  const opened = audience.waitForEvent('popup');
  await audience.keyboard.press('n');
  const presenter = await opened;
  const mirror = presenter.frameLocator('iframe');
  const [answered, mirrored] = [audience, mirror].map((window) =>
    window.locator('#classifier[data-on][data-ready]'),
  );
  await mirrored!.getByRole('button', { name: 'a cup of espresso' }).click();
  await waitForAnswer(answered!);
  await waitForAnswer(mirrored!);
  const names = await readNames(answered!);
  expect(names[0]).toBe('espresso');
  expect(await readNames(mirrored!)).toEqual(names);

  // The room's window opens another lesson, and the presenter's follows it there.
  await audience.goto(new URL('gradients/?present#paths', inject('siteUrl')).href);
  const [paths, mirroredPaths] = [audience, mirror].map((window) =>
    window.locator('#paths[data-on][data-ready]'),
  );
  const blocks = paths!.getByRole('slider', { name: 'Blocks, n' });
  await mirroredPaths!.getByRole('slider', { name: 'Blocks, n' }).fill('7');
  await expect.poll(() => blocks.inputValue()).toBe('7');
  const picture = (figure: typeof paths) => figure!.locator('.figure-picture').innerText();
  expect(await picture(paths)).toBe(await picture(mirroredPaths));
  await presenter.close();
});

/** The training step that a lab shows. */
const stepOf = async (lab: { innerText(): Promise<string> }) =>
  Number(/step ([\d,]+)/i.exec(await lab.innerText())?.[1]?.replaceAll(',', ''));
