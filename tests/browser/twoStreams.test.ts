import { expect, test } from 'vitest';
import recorded from '../../content/runs/two-streams.json' with { type: 'json' };
import { percent, twoDigits, unbroken } from '../../src/lib/format.ts';
import { readCsv, visitFigure, waitForPhase } from './reader.ts';

test('a reader predicts, switches to pre-activation, and measures the transformer', async () => {
  const { page, figure } = await visitFigure('transformers/', 'two-streams');
  const said = figure.locator('[data-takeaway]');
  const press = (name: string) => figure.getByRole('button', { name, exact: true }).click();
  const growth = ({ places }: (typeof recorded.residual)[number]) =>
    unbroken(`${twoDigits(places[8]!.after.mean / places[6]!.shortcut.mean)} ×`);
  const [original, preActivation] = [recorded.residual[0]!, recorded.residual[3]!];
  expect(await said.getAttribute('data-key')).toBe(growth(original));

  await press('Grow to twice its length or more');
  expect(await figure.locator('.prediction-result').textContent()).toMatch(/^As you predicted/);
  expect(await said.getAttribute('data-key')).toBe(growth(preActivation));
  const residual = figure.getByRole('region', { name: /^ResNet, 20 layers, pre-activation$/ });
  const lost = residual.getByRole('img', { name: /^Lost without it/ });
  expect(await lost.getAttribute('aria-label')).toContain(
    preActivation.rightWithout.map(percent).join(', '),
  );
  // Nothing else says that anything is to be pressed: the recording was enough.
  expect(await figure.locator('.stale-note').count()).toBe(0);

  await press('Measure the transformer');
  await waitForPhase(figure, 'done');
  const transformer = figure.getByRole('region', { name: 'Transformer, 2 layers' });
  expect(await transformer.textContent()).toContain('the chapter’s, measured here');
  const rows = await readCsv(page, figure);
  const [chapters, measured] = [rows.slice(-16, -12), rows.slice(-4)];
  expect(measured).toHaveLength(4);
  for (const [i, row] of measured.entries())
    for (const name of ['|F(x)| / |x|', 'right without it', 'agrees without it'])
      expect(Math.abs(row[name]! - chapters[i]![name]!), name).toBeLessThan(0.005);

  await figure.getByText('More', { exact: true }).click();
  await figure.getByRole('combobox').selectOption({ label: 'yours' });
  expect(await figure.locator('.stale-note').textContent()).toMatch(/Transformer: the chapter’s/);
  await press('Measure the transformer');
  await waitForPhase(figure, 'failed');
  expect(await figure.getByRole('alert').textContent()).toContain(
    'You haven’t trained a network on this page yet.',
  );
});
