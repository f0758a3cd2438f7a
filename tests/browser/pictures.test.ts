import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import goldens from '../reference/classifier.json' with { type: 'json' };
import { decodeCrop } from '../reference/decodeCrop.ts';
import {
  drop,
  dropAddress,
  goldenOf,
  readNames,
  readShares,
  visitClassifier,
  waitForAnswer,
} from './classifierPage.ts';
import { prependTo } from './changeAnswers.ts';
import { visit } from './reader.ts';

const sample = (file: string) => readFile(path.join('public/samples', file));
const made = (file: string) => readFile(path.join('tests/browser/pictures', file));

/** Another site: `/open/…` may be read by every page, `/closed/…` by its own only, and `/course` frames the chapter. */
let elsewhere: { url: string; close: () => void };

beforeAll(async () => {
  const server = http.createServer((request, response) => {
    const [, room, file = ''] = (request.url ?? '').split('/');
    if (room === 'course') {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><title>A course</title><iframe style="width:1200px;height:1600px"
          sandbox="allow-scripts allow-same-origin" src="${inject('siteUrl')}resnet34/?picture=coffee"></iframe>`,
      );
      return;
    }
    if (room === 'open') response.setHeader('access-control-allow-origin', '*');
    sample(file).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  elsewhere = { url: `http://localhost:${port}/`, close: () => server.close() };
});

afterAll(() => elsewhere.close());

/** How far the network's view is from Pillow's, in bytes: the most, over all pixels and colours. */
async function differenceFromPillow(figure: Locator, file: string): Promise<number> {
  const { rgb } = decodeCrop(goldens.find((one) => one.file === file)!.crop);
  const seen = await figure.locator('.seen canvas').evaluate((canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d')!;
    type Read = typeof context.getImageData;
    const read = (window as { trueGetImageData?: Read }).trueGetImageData ?? context.getImageData;
    return [...read.call(context, 0, 0, canvas.width, canvas.height).data];
  });
  const ours = seen.filter((_, i) => i % 4 < 3);
  expect(ours).toHaveLength(rgb.length);
  return ours.reduce((most, value, i) => Math.max(most, Math.abs(value - rgb[i]!)), 0);
}

async function ask(page: Page, figure: Locator, file: string, body: Buffer) {
  await drop(page, figure, file, body);
  await figure.getByRole('img', { name: `Your picture: ${file}` }).waitFor();
  await waitForAnswer(figure);
}

async function refusal(page: Page, figure: Locator, file: string, body: Buffer | string) {
  await drop(page, figure, file, body);
  await figure.getByRole('alert').filter({ hasText: file }).waitFor();
  return figure.getByRole('alert').textContent();
}

test('photographs reach the network byte for byte as Pillow reads them, whatever their colour profile', async () => {
  const { page, figure } = await visitClassifier();
  expect((await sample('rocket.jpg')).includes('ICC_PROFILE')).toBe(true);
  for (const file of ['rocket.jpg', 'chelsea.png']) {
    await ask(page, figure, file, await sample(file));
    expect(await differenceFromPillow(figure, file), file).toBe(0);
    const { names, shares } = goldenOf(goldens, file);
    expect(await readNames(figure)).toEqual(names);
    (await readShares(figure)).forEach((share, i) => expect(share).toBeCloseTo(shares[i]!, 0));
  }
  // WebKit converts colours even when asked not to: then the page decodes the file itself.
  await page.evaluate(() => {
    const { createImageBitmap } = window;
    window.createImageBitmap = async (source: ImageBitmapSource, options?: ImageBitmapOptions) =>
      createImageBitmap(source, { ...options, colorSpaceConversion: 'default' });
  });
  await ask(page, figure, 'again.jpg', await sample('rocket.jpg'));
  expect(await differenceFromPillow(figure, 'rocket.jpg')).toBe(0);
});

/** What a browser does that guards against fingerprinting: what is read back is not what was drawn. */
const noise = `for (const { prototype } of [self.CanvasRenderingContext2D, self.OffscreenCanvasRenderingContext2D].filter(Boolean)) {
  const read = prototype.getImageData;
  if (self.window) self.trueGetImageData ??= read;
  prototype.getImageData = function (...place) {
    const picture = read.apply(this, place);
    for (let i = 0; i < picture.data.length; i += 97) picture.data[i] ^= 1;
    return picture;
  };
}`;

test('where a browser hides pixels, JPEG and PNG are answered all the same, and others are told', async () => {
  const page = await visit('resnet34/', { serviceWorkers: 'block' });
  await page.addInitScript(`${noise}; delete self.VideoFrame;`);
  await prependTo(page, '**/classify.worker*', noise);
  await page.reload();
  const figure = page.locator('figure[data-widget="classifier"]');
  await figure.scrollIntoViewIfNeeded();
  await page.locator('figure[data-widget="classifier"][data-ready]').waitFor();
  for (const file of ['coffee.png', 'rocket.jpg']) {
    await ask(page, figure, file, await sample(file));
    expect(await differenceFromPillow(figure, file), file).toBe(0);
    expect(await readNames(figure)).toEqual(goldenOf(goldens, file).names);
  }
  await drop(page, figure, 'animated.gif', await made('animated.gif'));
  const alert = figure.getByRole('alert');
  await alert.filter({ hasText: 'This browser hides pixels from web pages' }).waitFor();
  expect(await readNames(figure)).toEqual(goldenOf(goldens, 'rocket.jpg').names);

  await figure.getByRole('button', { name: 'Use the camera' }).click();
  await alert.filter({ hasText: 'Choose a JPEG or PNG file' }).waitFor();
});

test('a cut picture and what is no picture are told, and the answer before them stays', async () => {
  const { page, figure } = await visitClassifier();
  const [jpeg, png] = [await sample('rocket.jpg'), await sample('coffee.png')];
  await ask(page, figure, 'coffee.png', png);
  const names = await readNames(figure);
  const cases: [name: string, body: Buffer | string, says: RegExp][] = [
    ['cut.jpg', jpeg.subarray(0, 60_000), /ends before its picture does: part of the file is miss/],
    ['cut.png', png.subarray(0, 200_000), /ends before its picture does/],
    ['header.png', png.subarray(0, 60), /ends before its picture does/],
    ['nothing.png', '', /“nothing\.png” is empty/],
    ['notes.txt', 'Dear diary', /^“notes\.txt” is a text file, not a picture\. Choose a JPEG/],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', /is an SVG: a drawing made of/],
    ['photo.heic', '\0\0\0\x18ftypheic\0\0\0\0', /is a HEIC picture, which this browser doesn’t/],
    ['scan.png', 'II*\0\x08\0\0\0\0\0', /is a TIFF picture, which this browser doesn’t read/],
    ['page.jpg', '<!doctype html><title>404</title>', /is a web page, not a picture/],
  ];
  for (const [name, body, says] of cases) {
    expect(await refusal(page, figure, name, body)).toMatch(says);
    expect(await readNames(figure)).toEqual(names);
  }
  // Phones append videos, and a name may be wrong.
  await ask(page, figure, 'motion.png', Buffer.concat([jpeg, jpeg.subarray(0, 9999)]));
  expect(await readNames(figure)).toEqual(goldenOf(goldens, 'rocket.jpg').names);
});

test('a picture dragged from another page is fetched if it may be, and explained if not', async () => {
  const { figure } = await visitClassifier();
  const open = `${elsewhere.url}open/coffee.png`;
  const html = `<a href="https://nowhere.test/"><img alt="" src="${open}"></a>`;
  await dropAddress(figure, { 'text/uri-list': 'https://nowhere.test/', 'text/html': html });
  await figure.getByRole('img', { name: 'Your picture: coffee.png' }).waitFor();
  await waitForAnswer(figure);
  expect(await readNames(figure)).toEqual(goldenOf(goldens, 'coffee.png').names);

  const jpeg = (await sample('rocket.jpg')).toString('base64');
  await dropAddress(figure, { 'text/uri-list': `data:image/jpeg;base64,${jpeg}` });
  await figure.getByRole('img', { name: 'Your picture: dragged picture' }).waitFor();
  await waitForAnswer(figure);
  const names = await readNames(figure);
  expect(names).toEqual(goldenOf(goldens, 'rocket.jpg').names);

  const refused: [address: string, says: RegExp][] = [
    [
      `${elsewhere.url}closed/coffee.png`,
      /^This page may not fetch the picture: localhost keeps it/,
    ],
    [`${elsewhere.url}open/gone.png`, /^localhost answered 404 when asked for the picture/],
    ['data:image/png;base64,%%%', /^The address of this picture is damaged/],
    ['blob:https://nowhere.test/1-2-3', /^This picture exists only inside its own page/],
    ['file:///home/me/cat.png', /^This page may not open files by their address/],
    ['some words', /^What you dropped here is not a picture\. Choose a JPEG/],
  ];
  for (const [address, says] of refused) {
    await dropAddress(figure, { 'text/plain': address });
    await figure.getByRole('alert').filter({ hasText: says }).waitFor();
    const { length } = (await figure.getByRole('alert').textContent()) ?? '';
    expect(length).toBeGreaterThan(50);
    expect(await readNames(figure)).toEqual(names);
  }
});

test('in another site’s frame, link, downloads and camera say what the frame may forbid', async () => {
  const page = await visit(`${elsewhere.url}course`);
  const course = page.url();
  const figure = page.frameLocator('iframe').locator('figure[data-widget="classifier"]');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('[data-phase="answered"]').waitFor();

  await figure.getByRole('button', { name: 'Copy link' }).click();
  const link = figure.getByRole('textbox', { name: 'Link to this figure' });
  expect(await link.inputValue()).toBe(`${inject('siteUrl')}resnet34/?picture=coffee#classifier`);
  await figure.getByRole('button', { name: 'Copy the link here' }).waitFor();
  expect(page.url()).toBe(course);

  const way = figure.getByRole('link', { name: 'Open the chapter in a tab of its own' });
  await figure.getByText('Download', { exact: true }).click();
  await figure.getByRole('button', { name: 'Download CSV' }).click();
  await figure.getByText('If nothing was saved, the page around this frame forbids it.').waitFor();
  expect(await way.getAttribute('href')).toContain(`${inject('siteUrl')}resnet34/`);
  await figure.getByText('Download', { exact: true }).click();

  await figure.getByRole('button', { name: 'Use the camera' }).click();
  await figure
    .getByRole('alert')
    .filter({ hasText: 'by you or by the page around this frame, which may forbid it' })
    .waitFor();
  expect(await way.count()).toBeGreaterThan(0);
});
