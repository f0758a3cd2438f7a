import { request } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Site } from '../../../scripts/site/serve.ts';

let folder: string;
let site: Site;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'serve-'));
  const dist = path.join(folder, 'dist');
  await mkdir(path.join(dist, 'degradation'), { recursive: true });
  await writeFile(path.join(dist, 'index.html'), 'cover');
  await writeFile(path.join(dist, '404.html'), 'no such page');
  await writeFile(path.join(dist, 'degradation/index.html'), 'lesson 1');
  for (const name of ['kernels.wasm', 'train-00.bin', 'page.js', 'lesson.mdx']) {
    await writeFile(path.join(dist, name), name);
  }
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  site = await serve(dist, 0);
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const get = (address: string, init?: RequestInit) => fetch(new URL(address, site.url), init);

test('serves the cover and lessons', async () => {
  expect(await (await get('')).text()).toBe('cover');
  expect(await (await get('degradation/?preset=tiny')).text()).toBe('lesson 1');
});

test('a lesson without its slash leads to the one with it, so that relative links hold', async () => {
  const answer = await get('degradation?preset=tiny', { redirect: 'manual' });
  expect(answer.status).toBe(301);
  expect(answer.headers.get('Location')).toBe('./degradation/?preset=tiny');
  expect((await get('degradation?preset=tiny')).url).toBe(`${site.url}degradation/?preset=tiny`);
});

test('an unknown address is 404 with the page for it', async () => {
  const answer = await get('no/such/page/');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
  expect(await answer.text()).toBe('no such page');
});

test.each([
  ['kernels.wasm', 'application/wasm'],
  ['train-00.bin', 'application/octet-stream'],
  ['page.js', 'text/javascript'],
  ['lesson.mdx', 'text/mdx'],
])('%s is %s', async (file, type) => {
  expect((await get(file)).headers.get('Content-Type')).toBe(type);
});

test('a browser asks whether a file changed, and is told no', async () => {
  const { headers } = await get('train-00.bin');
  expect(headers.get('Cache-Control')).toBe('no-cache');
  const again = await get('train-00.bin', { headers: { 'If-None-Match': headers.get('ETag')! } });
  expect(again.status).toBe(304);
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..', '/%ff', '/a%00b'])(
  'nothing outside the folder is served: %s',
  async (address) => {
    const { port } = new URL(site.url);
    const status = await new Promise((resolve, reject) => {
      request({ port, path: address }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  },
);

test('only reading is allowed', async () => {
  expect((await get('', { method: 'POST' })).status).toBe(405);
  expect((await get('', { method: 'HEAD' })).status).toBe(200);
});

test('a taken port is an error', async () => {
  const port = Number(new URL(site.url).port);
  await expect(serve(folder, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('once closed, the port is free', async () => {
  const first = await serve(folder, 0);
  await fetch(first.url);
  await first.close();
  const second = await serve(folder, Number(new URL(first.url).port));
  expect(second.url).toBe(first.url);
  await second.close();
});
