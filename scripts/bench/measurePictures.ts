import type { Locator } from 'playwright';
import type { Measurement } from './measurement.ts';
import { summarise } from './result.ts';

/** The classifier of the built page: from a click to the first answer, to the next, and what many leave behind. */
export const measurePictures: Measurement = {
  keys: ['picture.firstAnswerMs', 'picture.nextAnswerMs', 'picture.leakedTensors'],
  async run({ browser, siteUrl, quick }) {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.addInitScript(() => {
      const seen: TensorCounts = Object.assign(window, { tensors: [] });
      window.Worker = class extends Worker {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          this.addEventListener('message', ({ data }) => {
            if (data.type === 'answer') seen.tensors.push(data.tensors);
          });
        }
      };
    });
    await page.goto(new URL('resnet34/', siteUrl).href);
    const figure = page.locator('figure[data-widget="classifier"]');
    await figure.scrollIntoViewIfNeeded();
    await page.locator('figure[data-widget="classifier"][data-ready]').waitFor();

    const firstMs = await ask(figure, 0);
    const pictures = quick ? 20 : 100;
    const nextMs: number[] = [];
    for (let picture = 1; picture < pictures; picture++) nextMs.push(await ask(figure, picture));
    const counts = await page.evaluate(() => (window as unknown as TensorCounts).tensors);
    await page.close();
    return [
      {
        key: 'picture.firstAnswerMs',
        value: firstMs,
        unit: 'ms from click to answer, download included',
        promise: { atMost: 4000 },
      },
      summarise('picture.nextAnswerMs', nextMs, 'ms from click to answer', { atMost: 600 }),
      {
        key: 'picture.leakedTensors',
        value: (counts.at(-1) ?? NaN) - (counts[1] ?? NaN),
        unit: `tensors, picture 2 to ${pictures}`,
        promise: { atMost: 0 },
      },
    ];
  },
};

interface TensorCounts {
  tensors: number[];
}

/** Asks about a sample, another one each time, and returns how long the answer took. */
async function ask(figure: Locator, picture: number): Promise<number> {
  const subject = picture % 2 === 0 ? 'a cup of espresso' : 'a tabby cat';
  const answer = picture % 2 === 0 ? 'espresso' : 'Egyptian cat';
  const start = performance.now();
  await figure.getByRole('button', { name: subject }).click();
  await figure.locator(`li:first-child[data-guess="${answer}"]`).waitFor();
  return performance.now() - start;
}
