import type { Frame, Page } from 'playwright';
import type { Measurement } from './measurement.ts';

/** How much later than the window that computes it the other window of a presentation shows a step of a live run. */
export const measurePresenter: Measurement = {
  keys: ['presenter.lag'],
  async run({ browser, siteUrl, quick }) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      serviceWorkers: 'block',
    });
    const audience = await context.newPage();
    const query = `present&preset=tiny&depths=8-14&steps=${quick ? 100 : 400}`;
    await audience.goto(new URL(`degradation/?${query}#degradation-lab`, siteUrl).href);
    await audience.locator('html[data-presenting]').waitFor();
    const [presenter] = await Promise.all([
      context.waitForEvent('page'),
      audience.keyboard.press('n'),
    ]);
    const mirrored = presenter.frameLocator('iframe').locator('#degradation-lab[data-ready]');
    await mirrored.waitFor();
    const mirror = presenter.frames().find((frame) => frame.url().includes('present=mirror'));
    if (!mirror) throw new Error('The presenter’s window shows no copy of the screen.');
    await Promise.all([audience, mirror].map((window) => window.evaluate(noteSteps)));
    await mirrored.getByRole('button', { name: 'Train', exact: true }).click();
    await mirrored.locator('[data-phase="done"]').waitFor({ timeout: 300_000 });
    const [first, second] = await Promise.all([audience, mirror].map(stepsOf));
    await context.close();
    const lags = Object.entries(second ?? {})
      .flatMap(([step, at]) => (first?.[step] === undefined ? [] : [at - first[step]]))
      .sort((one, other) => one - other);
    return [
      {
        key: 'presenter.lag',
        value: lags[Math.floor(lags.length * 0.95)] ?? NaN,
        unit: `ms, 95th percentile of ${lags.length} steps shown in both windows`,
        promise: { atMost: 200 },
      },
    ];
  },
};

/** When each step was first shown, in milliseconds since 1970. */
type Times = Record<string, number>;

const stepsOf = (window: Page | Frame) =>
  window.evaluate(() => (globalThis as unknown as { steps: Times }).steps);

/** Runs in the window. */
function noteSteps(): void {
  const steps: Times = {};
  Object.assign(globalThis, { steps });
  const lab = document.querySelector<HTMLElement>('#degradation-lab');
  if (!lab) return;
  new MutationObserver(() => {
    // The recording that the lab opens with has its last step before the run begins.
    if (!lab.querySelector('[data-phase="training"], [data-phase="done"]')) return;
    const step = /step (\d+) of/.exec(lab.innerText)?.[1];
    if (step) steps[step] ??= performance.timeOrigin + performance.now();
  }).observe(lab, { subtree: true, childList: true, characterData: true, attributes: true });
}
