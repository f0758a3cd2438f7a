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
const withoutRanges: Answer = (response) => {
  response.writeHead(200, { 'Content-Length': file.length }).end(file);
};
const refuse =
  (status: number): Answer =>
  (response) =>
    void response.writeHead(status).end();

function memoryStore(): PartStore & { kept: Kept } {
  const kept: Kept = { parts: [], total: undefined };
  return {
    kept,
    read: async () => ({ parts: [...kept.parts], total: kept.total }),
    async add(part, total) {
      kept.parts.push(part);
      kept.total = total;
    },
    async clear() {
      kept.parts = [];
      kept.total = undefined;
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
  const store = { read: refusing, add: refusing, clear: refusing };
  expectFile(await keptDownload(url, store, options));
});
