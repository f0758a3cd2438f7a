import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { readNames, visitClassifier, waitForAnswer } from './classifierPage.ts';

/** The worker that answers pictures, once it is another than `before`. */
async function classifyWorker(page: Page, before?: unknown) {
  const find = () =>
    page.workers().find((worker) => worker.url().includes('classify') && worker !== before);
  await expect.poll(find).toBeDefined();
  return find()!;
}

test('a worker that ends without a word, or no longer answers, is replaced once, and the picture is asked again', async () => {
  const { page, figure } = await visitClassifier('?picture=coffee');
  await waitForAnswer(figure);
  const first = await classifyWorker(page);
  void first.evaluate(() => self.close()).catch(() => undefined);
  await figure.getByText(/its worker ended without a word.*It was started again/).waitFor();
  await waitForAnswer(figure);
  expect((await readNames(figure))[0]).toBe('espresso');

  // An endless step: the picture is asked of a worker that does not hear.
  const second = await classifyWorker(page, first);
  await second.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }),
  );
  await figure.getByRole('button', { name: 'a tabby cat' }).click();
  await figure.getByText(/has not responded for \d+ seconds.*It was started again/).waitFor();
  await waitForAnswer(figure);
  expect((await readNames(figure))[0]).toBe('Egyptian cat');

  const third = await classifyWorker(page, second);
  void third.evaluate(() => self.close()).catch(() => undefined);
  await figure
    .getByRole('alert')
    .filter({ hasText: /It had been started again before, to no avail\. Close other tabs/ })
    .waitFor();
  await figure.getByRole('button', { name: 'a cup of espresso' }).click();
  await waitForAnswer(figure);

  const fourth = await classifyWorker(page, third);
  await fourth.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }),
  );
  await figure.getByRole('button', { name: 'a tabby cat' }).click();
  await figure.getByRole('button', { name: 'Cancel' }).click();
  await figure.locator('[data-phase="idle"]').waitFor();
});
