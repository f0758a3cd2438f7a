import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DataError } from '../../../src/data/download/dataError.ts';
import { fetchBytes } from '../../../src/data/download/fetchBytes.ts';
import { watchLine } from '../../../src/data/download/outage.ts';
import { baseUrl, htmlPage, rejection, serveFakeSite, type FakeSite } from '../fakeSite.ts';

let site: FakeSite;
const url = `${baseUrl}train-0.bin`;

beforeEach(() => {
  vi.useFakeTimers();
  site = serveFakeSite();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('gives the bytes and tells how many have come', async () => {
  const heard: number[] = [];
  const bytes = await fetchBytes(url, { onBytes: (received) => heard.push(received) });
  expect(bytes).toEqual(site.files.get('train-0.bin'));
  expect(heard[0]).toBe(0);
  expect(heard.at(-1)).toBe(bytes?.length);
});

test('a file that is not there is undefined, at once', async () => {
  expect(await fetchBytes(`${baseUrl}nothing.bin`)).toBeUndefined();
  site.intercept = htmlPage;
  expect(await fetchBytes(url)).toBeUndefined();
  expect(site.requests).toHaveLength(2);
});

test.each([
  ['fails', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['is overloaded', () => new Response('', { status: 503 })],
  ['breaks off', () => new Response(brokenStream())],
])('a network that %s twice is tried until it works', async (_, fail) => {
  let failures = 2;
  site.intercept = () => (failures-- > 0 ? fail() : undefined);
  const fetching = fetchBytes(url);
  await vi.runAllTimersAsync();
  expect(await fetching).toEqual(site.files.get('train-0.bin'));
  expect(site.requests).toHaveLength(3);
});

test('a network that stays away is a DataError that names the file', async () => {
  site.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
  const fetching = rejection<DataError>(fetchBytes(url));
  await vi.runAllTimersAsync();
  const error = await fetching;
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).toMatch(/^train-0\.bin could not be downloaded/);
  expect(error.remedy).toMatch(/network/);
  expect(performance.now()).toBeGreaterThan(120_000);
  expect(site.requests.length).toBeGreaterThan(30);
});

test('a server that cannot send the file is asked four times', async () => {
  site.intercept = () => new Response('', { status: 503 });
  const fetching = rejection<DataError>(fetchBytes(url));
  await vi.runAllTimersAsync();
  expect((await fetching).message).toMatch(/the server answered 503/);
  expect(site.requests).toHaveLength(4);
});

test('a line that is down for a minute is waited for, and told of', async () => {
  const told: boolean[] = [];
  watchLine((isDown) => told.push(isDown));
  const back = performance.now() + 60_000;
  site.intercept = () =>
    performance.now() < back ? Promise.reject(new TypeError('Failed to fetch')) : undefined;
  const fetching = fetchBytes(url);
  await vi.runAllTimersAsync();
  expect(await fetching).toEqual(site.files.get('train-0.bin'));
  expect(told.slice(0, 2)).toEqual([true, true]);
  expect(told.indexOf(false)).toBe(told.length - 1);
});

test('a server that is in trouble after an outage of the line is asked four times all the same', async () => {
  let asked = 0;
  site.intercept = () => {
    asked += 1;
    if (asked <= 10) return Promise.reject(new TypeError('Failed to fetch'));
    return asked <= 13 ? new Response('', { status: 503 }) : undefined;
  };
  const fetching = fetchBytes(url);
  await vi.runAllTimersAsync();
  expect(await fetching).toEqual(site.files.get('train-0.bin'));
});

test('a connection that stalls is opened anew', async () => {
  let isFirst = true;
  site.intercept = () => {
    if (!isFirst) return undefined;
    isFirst = false;
    return new Response(new ReadableStream());
  };
  const fetching = fetchBytes(url);
  await vi.runAllTimersAsync();
  expect(await fetching).toEqual(site.files.get('train-0.bin'));
});

test('aborting ends the wait between attempts', async () => {
  site.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
  const controller = new AbortController();
  const fetching = rejection(fetchBytes(url, { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(100);
  controller.abort();
  expect((await fetching).name).toBe('AbortError');
  expect(site.requests).toHaveLength(1);
});

function brokenStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new TypeError('network error'));
    },
  });
}
