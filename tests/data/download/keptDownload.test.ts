import { gzipSync } from 'node:zlib';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { keptDownload } from '../../../src/data/download/keptDownload.ts';
import type { Kept, PartStore } from '../../../src/data/download/partStore.ts';
import { noise } from '../../reference/pattern.ts';

const file = Uint8Array.from({ length: 300_000 }, (_, i) => noise(i));
const closings: (() => void)[] = [];
afterEach(() => closings.splice(0).forEach((close) => close()));

type Answer = (response: ServerResponse, from: number) => void;

/** A server that answers each request in turn as told, and the last way ever after. */
async function serveFile(...answers: Answer[]) {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(ranges.length, answers.length - 1)]!;
    ranges.push(request.headers.range);
    answer(response, Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/w.bin`, ranges };
}

function head(response: ServerResponse, from: number): Uint8Array {
  const rest = file.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, { 'Content-Length': rest.length });
  return rest;
}

const whole: Answer = (response, from) => void response.end(head(response, from));
const cutAfter =
  (bytes: number): Answer =>
  (response, from) =>
    void response.write(head(response, from).subarray(0, bytes), () => response.destroy());
const stallAfter =
  (bytes: number): Answer =>
  (response, from) =>
    void response.write(head(response, from).subarray(0, bytes));
/** The packed file is half as large; as browsers ask, a part of it is sent as it is. */
const packed: Answer = (response, from) => {
  if (from > 0) return whole(response, from);
  const body = gzipSync(file);
  response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body);
};
const packedAndCut: Answer = (response) => {
  const body = gzipSync(file);
  response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': body.length });
  response.write(body.subarray(0, body.length - 2000), () => response.destroy());
};
const withoutRanges: Answer = (response) => {
  response.writeHead(200, { 'Content-Length': file.length }).end(file);
};
const refuse =
  (status: number): Answer =>
  (response) =>
    void response.writeHead(status).end();

function memoryStore(): PartStore & { kept: Kept } {
  const kept: Kept = { parts: [], isWhole: false };
  return {
    kept,
    read: async () => ({ ...kept, parts: [...kept.parts] }),
    async add(part, from) {
      if (sizeOf(kept) !== from) throw new Error('a gap');
      kept.parts.push(part);
    },
    async finish() {
      kept.isWhole = true;
    },
    async clear() {
      kept.parts = [];
      kept.isWhole = false;
    },
  };
}

const options = { onBytes: () => undefined, partBytes: 40_000, stallMs: 200 };
const sizeOf = ({ parts }: Kept) => parts.reduce((sum, { length }) => sum + length, 0);

function expectFile(bytes: Uint8Array): void {
  expect(Buffer.compare(bytes, file)).toBe(0); // far quicker than toEqual
}

test('a file comes whole, is told of as it comes, and is not fetched again', async () => {
  const { url, ranges } = await serveFile(whole);
  const store = memoryStore();
  const heard: [number, number | undefined][] = [];
  const onBytes = (received: number, total: number | undefined) =>
    void heard.push([received, total]);
  expectFile(await keptDownload(url, store, { ...options, onBytes }));
  expect(heard[0]).toEqual([0, undefined]);
  expect(heard.at(-1)).toEqual([file.length, file.length]);
  expect(heard.every(([bytes], i) => bytes >= (heard[i - 1]?.[0] ?? 0))).toBe(true);
  expectFile(await keptDownload(url, store, options));
  expect(ranges).toHaveLength(1);
});

test('a connection that is cut or stalls is taken up where it was', async () => {
  const { url, ranges } = await serveFile(
    cutAfter(100_000),
    stallAfter(50_000),
    refuse(503),
    whole,
  );
  expectFile(await keptDownload(url, memoryStore(), options));
  expect(ranges).toHaveLength(4);
  expect(ranges[0]).toBeUndefined();
  expect(ranges[3]).toBe('bytes=150000-');
});

test('what came before the page was closed is not fetched again', async () => {
  const cut = await serveFile(cutAfter(120_000), refuse(500));
  const store = memoryStore();
  await expect(keptDownload(cut.url, store, options)).rejects.toThrow(
    /^The weights could not be downloaded from 127\.0\.0\.1:\d+: the server answered 500\.$/,
  );
  expect(sizeOf(store.kept)).toBe(120_000);
  const { url, ranges } = await serveFile(whole);
  expectFile(await keptDownload(url, store, options));
  expect(ranges).toEqual(['bytes=120000-']);
});

test('a server without ranges sends the file anew', async () => {
  const { url } = await serveFile(cutAfter(100_000), withoutRanges);
  const store = memoryStore();
  expectFile(await keptDownload(url, store, options));
  expect(sizeOf(store.kept)).toBe(file.length);
});

test('a file that is not there is told at once', async () => {
  const { url, ranges } = await serveFile(refuse(404));
  await expect(keptDownload(url, memoryStore(), options)).rejects.toMatchObject({
    message: expect.stringMatching(/refused to send the weights: it answered 404/),
    remedy: expect.stringContaining('open it as a checkpoint'),
  });
  expect(ranges).toHaveLength(1);
});

test('where nothing can be kept the file comes all the same', async () => {
  const { url } = await serveFile(cutAfter(100_000), whole);
  const refusing = () => Promise.reject(new Error('no storage'));
  const store = { read: refusing, add: refusing, finish: refusing, clear: refusing };
  expectFile(await keptDownload(url, store, options));
});

test('of a file that comes packed the size is unknown, unless it was known before', async () => {
  const { url } = await serveFile(packed);
  const heard: (number | undefined)[] = [];
  const onBytes = (_received: number, total: number | undefined) => void heard.push(total);
  expectFile(await keptDownload(url, memoryStore(), { ...options, onBytes }));
  expect(new Set(heard.slice(0, -1))).toEqual(new Set([undefined]));
  heard.length = 0;
  const known = { ...options, onBytes, bytes: file.length };
  expectFile(await keptDownload(url, memoryStore(), known));
  expect(new Set(heard)).toEqual(new Set([file.length]));
});

test('a file that comes packed and is cut short is not taken for whole', async () => {
  const { url, ranges } = await serveFile(packedAndCut, packed);
  const store = memoryStore();
  expectFile(await keptDownload(url, store, options));
  expect(ranges[1]).toMatch(/^bytes=[1-9]/);
  expect([store.kept.isWhole, sizeOf(store.kept)]).toEqual([true, file.length]);
});

test('kept parts that are more than the file are dropped', async () => {
  const { url } = await serveFile((response, from) =>
    from > file.length ? refuse(416)(response, from) : whole(response, from),
  );
  const store = memoryStore();
  store.kept.parts = [new Uint8Array(file.length + 1)];
  expectFile(await keptDownload(url, store, options));
  expect(sizeOf(store.kept)).toBe(file.length);
});

test('after a part that could not be kept no more are: there would be a gap', async () => {
  const { url } = await serveFile(whole);
  const store = memoryStore();
  const { add } = store;
  let adds = 0;
  store.add = (part, from) => (++adds === 3 ? Promise.reject(new Error('full')) : add(part, from));
  expectFile(await keptDownload(url, store, options));
  expect([adds, store.kept.parts.length, store.kept.isWhole]).toEqual([3, 2, false]);
});
