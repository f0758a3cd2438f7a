import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright';
import { expect, inject, test } from 'vitest';
import goldens from '../reference/classifier.json' with { type: 'json' };
import {
  drop,
  goldenOf,
  readNames,
  readShares,
  visitClassifier,
  waitForAnswer,
} from './classifierPage.ts';
import { examine } from './examine.ts';
import { changeAnswers, prependTo } from './changeAnswers.ts';
import { readyFigure, visit } from './reader.ts';

const golden = (file: string) => goldenOf(goldens, file);

const sample = (file: string) => readFile(path.join('public/samples', file));
const made = (file: string) => readFile(path.join('tests/browser/pictures', file));

/** The colour of the network's view at a place, given as shares of its width and height. */
function seenColour(figure: Locator, x: number, y: number): Promise<number[]> {
  return figure.locator('.seen canvas').evaluate(
    (canvas: HTMLCanvasElement, [across, down]) => {
      const [left, top] = [across! * canvas.width, down! * canvas.height].map(Math.floor);
      return [...canvas.getContext('2d')!.getImageData(left!, top!, 1, 1).data.slice(0, 3)];
    },
    [x, y],
  );
}

function expectColour(actual: number[], expected: number[]): void {
  expected.forEach((value, i) =>
    expect(Math.abs(actual[i]! - value), `${actual}`).toBeLessThan(12),
  );
}

test('a photograph dropped on the page is named as PyTorch names it, and nothing is uploaded', async () => {
  const { page, figure } = await visitClassifier();
  const requests: string[] = [];
  page.on('request', (request) => void requests.push(`${request.method()} ${request.url()}`));
  for (const file of ['coffee.png', 'chelsea.png']) {
    await drop(page, figure, file, await sample(file), { type: 'image/png' });
    await figure.getByRole('img', { name: `Your picture: ${file}` }).waitFor();
    await waitForAnswer(figure);
    const { names, shares } = golden(file);
    expect(await readNames(figure)).toEqual(names);
    (await readShares(figure)).forEach((share, i) => expect(share).toBeCloseTo(shares[i]!, 0));
  }
  for (const request of requests.filter((one) => !/^GET (data|blob):/.test(one))) {
    expect(request).toContain(`GET ${inject('siteUrl')}`);
  }
  expect(await figure.locator('.source p').textContent()).toMatch(
    /^Live on this device: \d+ ms, Web/,
  );
});

test('the samples answer at a click: sure, sure but wrong, and unsure', async () => {
  const { figure } = await visitClassifier();
  const takeaway = figure.locator('[data-takeaway]');
  await figure.getByRole('button', { name: 'a cup of espresso' }).click();
  await waitForAnswer(figure);
  expect(await takeaway.textContent()).toMatch(/^The network answers espresso, with 8\d\s% /);
  await figure.getByRole('button', { name: 'a rocket at its launch' }).click();
  await waitForAnswer(figure);
  expect((await readNames(figure))[0]).toBe(golden('rocket.jpg').names[0]);
  expect(await takeaway.textContent()).toMatch(/^The network answers obelisk, with 6\d\s% /);
  await figure.getByRole('button', { name: 'a tabby cat' }).click();
  await waitForAnswer(figure);
  expect(await takeaway.textContent()).toMatch(/^The network is unsure\..*Egyptian cat.* tabby/);
  expect(await figure.locator('.source p').textContent()).toMatch(/66 in 100/);
  await figure.getByRole('button', { name: 'Reset' }).click();
  expect(await takeaway.textContent()).toBe(
    'Choose a picture to see what the network makes of it.',
  );
});

test('a picture can be chosen, pasted, photographed, and asked for in a link', async () => {
  const { page, figure } = await visitClassifier('?picture=coffee');
  await waitForAnswer(figure);
  const { names } = golden('coffee.png');
  expect(await readNames(figure)).toEqual(names);

  await figure.getByLabel('A picture file').setInputFiles('public/samples/chelsea.png');
  await figure.getByRole('img', { name: 'Your picture: chelsea.png' }).waitFor();
  await waitForAnswer(figure);
  expect(await readNames(figure)).toEqual(golden('chelsea.png').names);

  await page.evaluate(async () => {
    const answer = await fetch('../samples/coffee.png');
    const data = new DataTransfer();
    data.items.add(new File([await answer.blob()], 'pasted.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
  });
  await figure.getByRole('img', { name: 'Your picture: pasted.png' }).waitFor();
  await waitForAnswer(figure);
  expect(await readNames(figure)).toEqual(names);

  await page.context().grantPermissions(['camera']);
  await figure.getByRole('button', { name: 'Use the camera' }).click();
  await figure
    .locator('video')
    .evaluate(
      (video: HTMLVideoElement) =>
        video.videoWidth > 0 || new Promise((resolve) => (video.onloadeddata = resolve)),
    );
  await figure.getByRole('button', { name: 'Take the picture' }).click();
  await figure.getByRole('img', { name: 'Your picture: camera picture' }).waitFor();
  await waitForAnswer(figure);
  expect(await figure.locator('video').count()).toBe(0);
});

test('odd pictures are seen as a reader sees them', async () => {
  const { page, figure } = await visitClassifier();
  const see = async (file: string) => {
    await drop(page, figure, file, await made(file));
    await figure.getByRole('img', { name: `Your picture: ${file}` }).waitFor();
    await waitForAnswer(figure);
  };
  await see('rotated.jpg');
  expectColour(await seenColour(figure, 0.5, 0.2), [200, 30, 30]);
  expectColour(await seenColour(figure, 0.5, 0.8), [30, 30, 200]);
  await see('transparent.png');
  expectColour(await seenColour(figure, 0.5, 0.5), [255, 255, 255]);
  await see('grey.jpg');
  expectColour(await seenColour(figure, 0.5, 0.5), [128, 128, 128]);
  await see('animated.gif');
  expectColour(await seenColour(figure, 0.5, 0.5), [30, 200, 30]);
  await see('one-pixel.png');
  expectColour(await seenColour(figure, 0.9, 0.1), [30, 200, 30]);
  await page.evaluate(() => {
    new MutationObserver(() => {
      const note = document.querySelector('.large-note')?.textContent;
      if (note) document.body.dataset['note'] = note;
    }).observe(document.body, { childList: true, subtree: true });
  });
  await see('fifty-megapixels.png');
  expectColour(await seenColour(figure, 0.5, 0.5), [255, 255, 255]);
  expect(await page.locator('body').getAttribute('data-note')).toBe(
    'This picture is large: 8,660 × 5,773 pixels, 50\u00a0megapixels. Opening it takes a while.',
  );
  expect(await figure.locator('.large-note').count()).toBe(0);
});

test.each([
  [
    'missing',
    (body: Buffer) => ({ status: 404, body }),
    /model\.safetensors, a file of the network, is missing from this site/,
  ],
  [
    'cut short',
    (body: Buffer) => ({ body: body.subarray(0, 9e6) }),
    /has 9000000 bytes instead of/,
  ],
])('weights that are %s are explained, and asked for again', async (_, change, says) => {
  const { page, figure } = await visitClassifier();
  await changeAnswers(page, '**/model.safetensors', async (answer) => ({
    headers: { 'Content-Type': 'application/octet-stream' },
    ...change(await answer.body()),
  }));
  await figure.getByRole('button', { name: 'a cup of espresso' }).click();
  await figure.locator('[data-phase="failed"]').waitFor();
  expect(await figure.getByRole('alert').textContent()).toMatch(says);
  await page.unroute('**/model.safetensors');
  await figure.getByRole('button', { name: 'a cup of espresso' }).click();
  await figure.locator('[data-phase="answered"]').waitFor();
  expect((await readNames(figure))[0]).toBe('espresso');
});

test('loading can be cancelled', async () => {
  const { page, figure } = await visitClassifier();
  await page.route('**/model.safetensors', () => undefined); // never answered
  await figure.getByRole('button', { name: 'a cup of espresso' }).click();
  await figure.getByText(/Downloading the network: 0\.0 of 21\.6 MB/).waitFor();
  await figure.getByRole('button', { name: 'Cancel' }).click();
  await figure.locator('[data-phase="idle"]').waitFor();
  await page.unroute('**/model.safetensors');
  await figure.getByRole('button', { name: 'a cup of espresso' }).click();
  await waitForAnswer(figure);
});

test('blocks are removed, cut and moved, and the answer follows', async () => {
  const { page, figure } = await visitClassifier('?picture=coffee');
  await waitForAnswer(figure);
  const takeaway = figure.locator('[data-takeaway]');
  const whole = await readShares(figure);
  const block = (id: string) => figure.locator(`[data-block="${id}"]`);

  await block('2.3').click();
  await figure.getByLabel('remove the branch').check();
  await takeaway
    .filter({ hasText: 'With 1 of 16 blocks changed, the first guess stays' })
    .waitFor();
  expect(await block('2.3').getAttribute('aria-label')).toBe('Stage 3, block 4: shortcut only');
  expect((await readShares(figure))[0]).not.toBe(whole[0]);

  await block('1.0').click();
  await figure.getByLabel('cut the shortcut').check();
  await takeaway
    .filter({ hasText: 'With 2 of 16 blocks changed, the first guess becomes' })
    .waitFor();

  await block('3.1').click();
  await figure.getByRole('button', { name: 'Run it one block later' }).click();
  await takeaway.filter({ hasText: 'and the order in 1 of 4 stages changed' }).waitFor();

  await figure.getByRole('button', { name: 'Mend the network' }).click();
  await takeaway.filter({ hasText: 'The network answers espresso' }).waitFor();
  expect(await readShares(figure)).toEqual(whole);
  expect(await examine(page, { include: '[data-widget="classifier"]' })).toEqual([]);
});

test('the network shows its layers, its feature maps and where it sees a class', async () => {
  const { page, figure } = await visitClassifier();
  const card = JSON.parse(await readFile('public/models/tiny200/model.json', 'utf8')) as {
    crop: number;
  };
  // Before a picture is given: the network that will answer.
  const totals = figure.locator('[data-totals]').filter({ hasText: '21,387,272 parameters' });
  await totals.waitFor();
  const block = figure.locator('[data-block="1.0"]');
  await block.click();
  const panel = figure.locator('[data-part="1.0"]');
  expect(await panel.textContent()).toContain('layer2.0.downsample.0');
  const inner = card.crop / 8;
  expect(await panel.getByRole('row').last().textContent()).toContain(`${inner}×${inner}×128`);

  await figure.getByRole('button', { name: 'a cup of espresso' }).click();
  await waitForAnswer(figure);
  // The row of maps reads as the equation.
  const equation = panel.getByRole('group', { name: /as the block adds it up/ });
  expect(await equation.textContent()).toBe('F(x)+WxReLUy');
  for (const map of await equation.locator('canvas').all()) {
    expect(await map.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(inner);
  }
  expect(await panel.textContent()).toMatch(
    new RegExp(`Channel \\d+ of 128, ${inner}×${inner}\\. The strongest:`),
  );
  const channels = panel.getByRole('group', { name: 'The strongest channels' });
  expect(await channels.getByRole('button').count()).toBe(8);
  await channels.getByRole('button').last().click();
  expect(await channels.getByRole('button').last().getAttribute('aria-pressed')).toBe('true');

  // Every part has its maps, and the arrow keys lead along them.
  expect(await figure.locator('.strip .mean canvas').count()).toBe(17);
  await block.focus();
  await page.keyboard.press('ArrowRight');
  await figure.locator('[data-part="1.1"]').waitFor();
  expect(await figure.locator('[data-part="1.1"]').textContent()).toContain('F(x)+xReLUy');
  await page.keyboard.press('Home');
  await figure.locator('[data-part="stem"]').waitFor();

  await figure.getByRole('button', { name: 'Show where it sees: espresso' }).click();
  const heat = figure.getByRole('img', {
    name: 'Bright where it sees: espresso',
  });
  await heat.waitFor();
  const veil = await heat.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return [...data].filter((_, i) => i % 4 === 3);
  });
  expect(veil).toHaveLength((card.crop / 16) ** 2);
  expect(Math.min(...veil)).toBe(0);
  expect(Math.max(...veil)).toBeGreaterThan(100);
});

/** Put before the worker's own script: a GPU that is lost during the next read-back, once the test says so. */
const fragileGpu = `{
  const context = WebGL2RenderingContext.prototype;
  const { fenceSync } = context;
  context.fenceSync = function (...given) {
    if (globalThis.isFragile) this.getExtension('WEBGL_lose_context').loseContext();
    return fenceSync.apply(this, given);
  };
}
`;

test('numbers from a graphics device that was lost meanwhile are not shown, and the next picture is answered', async () => {
  const page = await visit('about:blank');
  // Few pixels: software computes for the GPU here.
  await changeAnswers(page, '**/tiny200/model.json', async (answer) => ({
    json: { ...((await answer.json()) as object), resize: 37, crop: 32 },
  }));
  await page.goto(new URL('resnet34/', inject('siteUrl')).href);
  const figure = await readyFigure(page, 'classifier');
  const answered = figure.locator('[data-phase="answered"]');
  await figure.getByRole('button', { name: 'a tabby cat' }).click();
  await answered.waitFor();
  const names = await readNames(figure);
  expect(names).toHaveLength(5);

  await prependTo(page, '**/classify.worker-*.js', fragileGpu);
  await page.evaluate(() => localStorage.setItem('settings', '{"device":"webgl"}'));
  await page.reload();
  await readyFigure(page, 'classifier');
  await figure.getByRole('button', { name: 'a cup of espresso' }).click();
  await answered.waitFor();
  expect(await figure.locator('.source p').textContent()).toContain('WebGL on ');

  await page.workers()[0]!.evaluate(() => void Object.assign(globalThis, { isFragile: true }));
  await figure.getByRole('button', { name: 'a tabby cat' }).click();
  await figure.locator('[data-phase="failed"]').waitFor();
  expect(await figure.getByRole('alert').textContent()).toMatch(
    /^The browser lost its connection to the GPU, and the network with it/,
  );
  expect(await readNames(figure)).toEqual([]);

  await figure.getByRole('button', { name: 'a tabby cat' }).click();
  await answered.waitFor();
  expect(await readNames(figure)).toEqual(names);
});
