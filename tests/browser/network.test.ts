import { rmSync } from 'node:fs';
import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { Locator, Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { quantise } from '../../scripts/model/quantise.ts';
import { readSafetensors } from '../../src/weights/safetensors/safetensors.ts';
import { writeSafetensors } from '../../src/weights/safetensors/writeSafetensors.ts';
import { readZip } from '../../src/weights/zip/zip.ts';
import { writeZip } from '../weights/zip/writeZip.ts';
import goldens from '../reference/pytorch-resnet34.json' with { type: 'json' };
import {
  drop,
  goldenOf,
  readNames,
  readShares,
  visitClassifier,
  waitForAnswer,
} from './classifierPage.ts';

const folder = 'public/models/tiny200';
const closings: (() => void)[] = [];
afterEach(() => closings.splice(0).forEach((close) => close()));

type Answer = (response: ServerResponse, rest: Buffer) => void;

const whole: Answer = (response, rest) => void response.end(rest);
const cut: Answer = (response, rest) =>
  void response.write(rest.subarray(0, 9e6), () => response.destroy());
const stall: Answer = (response, rest) => void response.write(rest.subarray(0, 6e6));

/**
 * Another server with the weights of the small network, for the large one's card; it answers requests in turn
 * as told, and the last way ever after. Stands in for Hugging Face.
 */
async function serveWeights(page: Page, weights: Buffer, ...answers: Answer[]) {
  const starts: number[] = [];
  const server = createServer((request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const answer = answers[Math.min(starts.length, answers.length - 1)]!;
    starts.push(from);
    response.writeHead(from > 0 ? 206 : 200, {
      'Access-Control-Allow-Origin': '*',
      'Content-Length': weights.length - from,
    });
    answer(response, weights.subarray(from));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const card = JSON.parse(await readFile(`${folder}/model.json`, 'utf8'));
  const away = { title: 'The large one', keep: true, weights: `http://127.0.0.1:${port}/weights` };
  await page.route('**/models/imagenet/model.json', (route) =>
    route.fulfill({ json: { ...card, ...away } }),
  );
  return starts;
}

async function openMenu(figure: Locator): Promise<void> {
  await figure.getByText('Another network', { exact: true }).click();
}

const fetchButton = { name: /^Download the large network/ };
const linkToLarge = (page: Page) =>
  new URL('?network=imagenet&picture=cat#classifier', page.url()).href;

test('the large network comes over a cut connection, is kept, works offline, and can be deleted', async () => {
  const { page, figure } = await visitClassifier();
  const starts = await serveWeights(
    page,
    await readFile(`${folder}/model.safetensors`),
    cut,
    whole,
  );
  await openMenu(figure);
  await figure.getByRole('button', fetchButton).click();
  await figure.locator('[data-network]').filter({ hasText: 'In use: The large one.' }).waitFor();
  expect(starts).toHaveLength(2);
  expect(starts[1]).toBeGreaterThan(4e6); // what came just before the cut may be lost

  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await openMenu(figure);
  await figure.getByRole('button', { name: 'Use the large network' }).click();
  await figure.locator('[data-network]').filter({ hasText: 'In use: The large one.' }).waitFor();
  expect(starts).toHaveLength(2);

  // A link to it need not ask.
  await page.goto(linkToLarge(page));
  await figure.scrollIntoViewIfNeeded();
  await openMenu(figure);
  await figure.locator('[data-network]').filter({ hasText: 'In use: The large one.' }).waitFor();
  expect(starts).toHaveLength(2);
  await figure.getByRole('button', { name: 'a cup of espresso' }).click();
  await waitForAnswer(figure);
  expect((await readNames(figure))[0]).toBe('espresso');

  await figure.getByRole('button', { name: 'Delete the download' }).click();
  await figure.getByRole('button', fetchButton).waitFor();
});

test('fetching can be cancelled, goes on where it was, and the network in use answers meanwhile', async () => {
  const { page, figure } = await visitClassifier('?picture=coffee');
  await waitForAnswer(figure);
  const starts = await serveWeights(
    page,
    await readFile(`${folder}/model.safetensors`),
    stall,
    whole,
  );
  await openMenu(figure);
  await figure.getByRole('button', fetchButton).click();
  await figure.getByText(/Downloading the network: [56]\.\d of 21\.6 MB/).waitFor();
  await figure.getByRole('button', { name: 'a tabby cat' }).click();
  await figure.getByRole('img', { name: 'Your picture: chelsea.png' }).waitFor();
  await waitForAnswer(figure);
  await figure.getByRole('button', { name: 'Cancel' }).click();
  await figure.locator('[data-network]').filter({ hasText: 'version 2' }).waitFor();

  // What has come is no leave to fetch the rest: a link to it asks.
  await page.goto(linkToLarge(page));
  await figure.getByText('Until you download it, the small one answers.').waitFor();
  await waitForAnswer(figure);
  expect(starts).toHaveLength(1);

  await figure.getByRole('button', { name: 'Use the large network' }).click();
  await openMenu(figure); // which the link had opened
  await figure.locator('[data-network]').filter({ hasText: 'In use: The large one.' }).waitFor();
  expect(starts[1]).toBeGreaterThan(4e6 - 1);
  await waitForAnswer(figure); // the picture is asked about again
  expect((await readNames(figure))[0]).toBe('Egyptian cat');
});

test('weights that are damaged on the way are told of and not kept', async () => {
  const { page, figure } = await visitClassifier();
  const weights = await readFile(`${folder}/model.safetensors`);
  const starts = await serveWeights(
    page,
    Buffer.concat([weights.subarray(0, 5e6), weights]),
    whole,
  );
  await openMenu(figure);
  await figure.getByRole('button', fetchButton).click();
  await figure.getByRole('alert').waitFor();
  expect(await figure.getByRole('alert').textContent()).toMatch(
    /weights has 26561568 bytes instead of 21561568\. The file is damaged/,
  );
  await figure.getByRole('button', fetchButton).click();
  await figure.getByRole('alert').waitFor();
  expect(starts).toEqual([0, 0]);
});

/** What tests/weights/fuzz.test.ts does to hundreds of files, once in each format. */
const damages = [
  {
    name: 'network.pth',
    says: /checksum of "network\/data\.pkl" does not match/,
    change: (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === 200 ? byte ^ 1 : byte))),
  },
  {
    name: 'network.legacy.pth',
    says: /runs past the end of the file/,
    change: (bytes: Buffer) => bytes.subarray(0, -10),
  },
  {
    name: 'tensors.safetensors',
    says: /^tensors\.safetensors: /,
    change: (bytes: Buffer) => bytes.subarray(0, -10),
  },
];

test('a checkpoint of the reader’s is used, and a wrong one leaves the network in use', async () => {
  const { figure } = await visitClassifier('?picture=coffee');
  await waitForAnswer(figure);
  await openMenu(figure);
  const input = figure.locator('input[aria-label="A checkpoint file"]');
  const weights = await readFile(`${folder}/model.safetensors`);
  const cases: { name: string; buffer: Buffer; says: RegExp }[] = [
    { name: 'cut.safetensors', buffer: weights.subarray(0, 4e6), says: /^cut\.safetensors: / },
    {
      name: 'notes.pth',
      buffer: Buffer.from('Dear diary'),
      says: /neither a safetensors file nor/,
    },
    {
      name: 'resnet34-b627a593.pth',
      buffer: Buffer.from('PK'),
      says: /^resnet34-b627a593\.pth: /,
    },
  ];
  for (const { name, says, change } of damages) {
    const bytes = await readFile(`tests/reference/checkpoints/${name}`);
    cases.push({ name, buffer: change(bytes), says });
  }
  for (const { name, buffer, says } of cases) {
    await input.setInputFiles({ name, buffer, mimeType: '' });
    await figure.getByRole('alert').filter({ hasText: says }).waitFor();
  }
  await input.setInputFiles('tests/reference/checkpoints/views.pth');
  await figure
    .getByRole('alert')
    .filter({ hasText: /views\.pth holds 8 tensors.*Choose the weights of torchvision’s resnet34/ })
    .waitFor();
  await figure.getByRole('button', { name: 'a tabby cat' }).click();
  await figure.locator('li:first-child[data-guess="Egyptian cat"]').waitFor();

  await input.setInputFiles({ name: 'mine.safetensors', buffer: weights, mimeType: '' });
  await figure.locator('[data-network]').filter({ hasText: 'In use: mine.safetensors.' }).waitFor();
  await waitForAnswer(figure);
  expect((await readNames(figure))[0]).toBe('Egyptian cat');
  expect(await figure.locator('.source p').textContent()).toContain(
    'This page cannot tell how accurate it is',
  );
});

/** The small network with its first ten classes only, behind a prefix and with a head of another name. */
async function tenClasses(): Promise<Buffer> {
  const state = readSafetensors(await readFile(`${folder}/model.safetensors`));
  const { 'fc.weight': weight, 'fc.bias': bias, ...trunk } = state;
  const ten = {
    ...Object.fromEntries(Object.entries(trunk).map(([key, one]) => [`model.net.${key}`, one])),
    'model.head.weight': { shape: [10, 512], data: weight!.data.subarray(0, 5120) },
    'model.head.bias': { shape: [10], data: bias!.data.subarray(0, 10) },
  };
  return Buffer.from(writeSafetensors(quantise(ten)));
}

test('a network of ten classes answers with numbers, and then with the names of a list; other files change nothing', async () => {
  const { page, figure } = await visitClassifier('?picture=coffee');
  await waitForAnswer(figure);
  const inUse = figure.locator('[data-network]');
  // Under a name that says nothing, dropped as a picture would be.
  await drop(page, figure, 'model.pth.tar', await tenClasses());
  await inUse
    .filter({ hasText: 'In use: model.pth.tar. The names of its 10 classes are not known here' })
    .waitFor({ state: 'attached' });
  await waitForAnswer(figure);
  for (const name of await readNames(figure)) expect(name).toMatch(/^class \d$/);

  await openMenu(figure);
  const list = figure.locator('input[aria-label="A class list"]');
  const give = (name: string, text: string) =>
    list.setInputFiles({ name, buffer: Buffer.from(text), mimeType: 'text/plain' });
  await give('two.txt', 'cat\ndog');
  await figure
    .getByRole('alert')
    .filter({ hasText: 'two.txt holds 2 names, but the network has 10 classes.' })
    .waitFor();
  await give('ten.txt', Array.from({ length: 10 }, (_, i) => `animal ${i}`).join('\n'));
  await figure.locator('li:first-child[data-guess^="animal"]').waitFor();
  const names = await readNames(figure);

  await drop(page, figure, 'notes.bin', 'Dear diary');
  await figure.getByRole('alert').filter({ hasText: 'notes.bin' }).waitFor();
  expect(await readNames(figure)).toEqual(names);
  await figure.getByRole('img', { name: 'Your picture: coffee.png' }).waitFor();
});

/** A safetensors file with the numbers of one F32 tensor changed. */
function changed(file: Buffer, key: string, change: (value: number, i: number) => number): Buffer {
  const bytes = Buffer.from(file);
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.toString('utf8', 8, start)) as {
    [key: string]: { data_offsets: [number, number] };
  };
  const [from, to] = header[key]!.data_offsets;
  for (let i = 0; i < (to - from) / 4; i++) {
    const at = start + from + 4 * i;
    bytes.writeFloatLE(change(bytes.readFloatLE(at), i), at);
  }
  return bytes;
}

/** An archive of PyTorch's packed again by another tool, which compresses. */
async function packedAgain(file: string): Promise<Buffer> {
  const files = readZip(new Uint8Array(await readFile(`tests/reference/checkpoints/${file}`)));
  const packed = [...files].map(([name, content]) => {
    const stored = deflateRawSync(content);
    const sizes = { size: content.length, storedSize: stored.length };
    return { name, content: stored, method: 8, crc: crc32(content), ...sizes };
  });
  return Buffer.from(writeZip(packed));
}

test('a network that computes no numbers is refused with its first such layer, and large wrong files unread', async () => {
  const { figure } = await visitClassifier('?picture=coffee');
  await waitForAnswer(figure);
  await openMenu(figure);
  const input = figure.locator('input[aria-label="A checkpoint file"]');
  const weights = await readFile(`${folder}/model.safetensors`);
  const negative = changed(weights, 'layer1.0.bn2.running_var', (value, i) =>
    i === 12 ? -0.3 : value,
  );
  const cases: [string, Buffer, RegExp][] = [
    [
      'negative.safetensors',
      negative,
      /^negative\.safetensors: this network’s answers are not numbers\. The first layer where it happens is layer1\.0\.bn2: channel 12 has a negative variance/,
    ],
    ['again.pth', await packedAgain('views.pth'), /^again\.pth holds 8 tensors/],
  ];
  for (const [name, buffer, says] of cases) {
    await input.setInputFiles({ name, buffer, mimeType: '' });
    await figure.getByRole('alert').filter({ hasText: says }).waitFor();
  }
  const film = path.join(await mkdtemp(path.join(tmpdir(), 'wrong-')), 'film.safetensors');
  closings.push(() => rmSync(path.dirname(film), { recursive: true }));
  await writeFile(film, '\0\0\0\x18ftypisom');
  await truncate(film, 5e9);
  await input.setInputFiles(film);
  await figure
    .getByRole('alert')
    .filter({ hasText: /^film\.safetensors: The file is neither .*: it is an MP4 video\./ })
    .waitFor();
  expect((await readNames(figure))[0]).toBe('espresso');

  const empty = Buffer.from(weights).fill(0, 8 + Number(weights.readBigUInt64LE(0)));
  await input.setInputFiles({ name: 'empty.safetensors', buffer: empty, mimeType: '' });
  await figure
    .locator('[data-takeaway]')
    .filter({ hasText: 'The network gives each of its 200 classes the same probability' })
    .waitFor();
  expect(await readNames(figure)).toEqual([]);
});

const written = (name: string) => readFile(`tests/reference/checkpoints/pytorch-${name}.pth.gz`);

test('a checkpoint that PyTorch wrote is dropped in and answers as PyTorch does; a damaged or wrong one is not used', async () => {
  const { page, figure } = await visitClassifier();
  const ask = async (subject: string, file: string) => {
    await figure.getByRole('button', { name: subject }).click();
    await figure.getByRole('img', { name: `Your picture: ${file}` }).waitFor();
    await waitForAnswer(figure);
    const { names, shares } = goldenOf(goldens, file);
    expect(await readNames(figure)).toEqual(names);
    (await readShares(figure)).forEach((share, i) => expect(share).toBeCloseTo(shares[i]!, 0));
  };
  const inUse = figure.locator('[data-network]');
  await drop(page, figure, 'mine.pth', await written('resnet34'), { share: 1 });
  await inUse.filter({ hasText: 'In use: mine.pth.' }).waitFor({ state: 'attached' });
  await ask('a cup of espresso', 'coffee.png');
  await ask('a tabby cat', 'chelsea.png');
  const cases = [
    { name: 'cut.pth', file: 'resnet34', share: 0.5, says: 'cut.pth: ' },
    {
      name: 'small.pth',
      file: 'resnet18',
      share: 1,
      says: 'small.pth holds a ResNet-18.',
    },
  ];
  for (const { name, file, share, says } of cases) {
    await drop(page, figure, name, await written(file), { share });
    await figure.getByRole('alert').filter({ hasText: says }).waitFor();
    expect(await inUse.textContent()).toBe('In use: mine.pth.');
  }
  await ask('a cup of espresso', 'coffee.png');
});
