import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { visit } from './reader.ts';

test('a lesson is rehearsed in the presenter’s window, and R plays the recorded run in both windows', async () => {
  const audience = await visit('gradients/?present#gradient-thermometer');
  await audience.locator('html[data-presenting]').waitFor();
  const opened = audience.waitForEvent('popup');
  await audience.keyboard.press('n');
  const presenter = await opened;
  await presenter.locator('[data-list] [aria-current]').waitFor();

  await presenter.getByRole('button', { name: 'Rehearse', exact: true }).click();
  const dialog = presenter.getByRole('dialog', { name: 'Rehearse: Gradient Flow' });
  const demos = dialog.getByRole('listitem');
  await demos.filter({ hasText: 'Not tried' }).nth(1).waitFor();
  await dialog.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await dialog.getByText(/^(2 of 2 ready|1 of 2 ready, 1 to replay)\.$/).waitFor();
  const [figure, python] = await demos.allInnerTexts();
  // More than a minute, on a slow and busy machine, is too long for a class.
  expect(figure).toMatch(
    /How much of the gradient .*\s+(Ready\s+“Measure” takes [\d.]+ s|Replay\s+“Measure” takes more than 60 s) here.* on the CPU.*\s+.*(R plays|press R to play) its recorded run/,
  );
  expect(python).toMatch(/^Python: 1 program in the text, 2 exercises\s+Ready\s+.* takes [\d.]+ s/);
  expect(await examine(presenter, { exclude: 'iframe' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();

  const inAudience = audience.locator('#gradient-thermometer[data-ready]');
  await inAudience.getByRole('button', { name: 'Measure' }).click();
  await inAudience.locator('[data-phase=starting], [data-phase=running]').waitFor();
  await audience.locator('body').press('r');
  const recorded = '#gradient-thermometer [data-provenance=recorded]';
  await audience.locator(recorded).waitFor();
  await presenter.frameLocator('iframe').locator(recorded).waitFor();
  // One column a measured step.
  const columns = inAudience.locator('table thead th');
  const atFirst = await columns.count();
  await expect.poll(() => columns.count()).toBeGreaterThan(atFirst);

  await presenter.getByRole('button', { name: 'Next', exact: true }).click();
  await presenter.getByRole('button', { name: 'Replay' }).click();
  await presenter.getByText('There is no figure on this screen to replay.').waitFor();
  await presenter.close();
});
