import { expect, inject, test } from 'vitest';
import { prependTo } from './changeAnswers.ts';
import { serveOddly } from './oddHost.ts';
import { startTraining, visit, waitForPhase } from './reader.ts';

const lab = 'degradation/?preset=tiny&depths=8&kinds=residual&steps=12';

test('where pages are isolated networks train on several threads; framed by another site, on one', async () => {
  const page = await visit(lab);
  const fourCores = "Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4 });";
  await prependTo(page, '**/train.worker-*.js', fourCores);
  const train = async (where: Pick<typeof page, 'locator'>) => {
    const figure = where.locator('figure[data-widget="degradation-lab"]');
    await figure.scrollIntoViewIfNeeded();
    await figure.and(where.locator('[data-ready]')).waitFor();
    await startTraining(figure);
    await waitForPhase(figure, 'done');
    return figure.locator('[data-provenance]').textContent();
  };
  expect(await train(page)).toContain('WebAssembly on the CPU, up to 2 threads, with');
  expect(page.workers().filter((worker) => worker.url().includes('thread.worker'))).toHaveLength(1);

  await page.goto(`${await serveOddly({})}chapter.json`);
  const framed = new URL(lab, inject('siteUrl')).href;
  await page.setContent(`<iframe width="1200" height="700" src="${framed}"></iframe>`);
  const frame = page.frameLocator('iframe');
  expect(await train(frame)).toContain('WebAssembly on the CPU with');
});
