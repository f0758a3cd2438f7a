import { afterEach, expect, test, vi } from 'vitest';
import { fetchWhole } from '../../../src/exercises/sandbox/fetchWhole.ts';

const fetched = vi.fn<() => Promise<Response>>();
vi.stubGlobal('fetch', fetched);
afterEach(() => fetched.mockReset());

const whole = () => Promise.resolve(new Response(Uint8Array.of(1, 2, 3)));
const breaksOff = () => {
  let pulls = 0;
  const pull = (stream: ReadableStreamDefaultController) =>
    pulls++ === 0 ? stream.enqueue(Uint8Array.of(1)) : stream.error(new TypeError('network error'));
  return Promise.resolve(new Response(new ReadableStream({ pull }, { highWaterMark: 0 })));
};
const status = (code: number) => () => Promise.resolve(new Response('', { status: code }));

test('a download that breaks off is asked for once more', async () => {
  fetched.mockImplementationOnce(breaksOff).mockImplementationOnce(whole);
  const heard: number[] = [];
  const bytes = await fetchWhole('python', 'Python', (received) => heard.push(received));
  expect([...bytes]).toEqual([1, 2, 3]);
  expect(heard).toEqual([1, 3]);
});

test('after two tries, and at once where another would not help, it says why and what to do', async () => {
  fetched.mockImplementation(status(503));
  await expect(fetchWhole('python', 'Python')).rejects.toMatchObject({
    message: 'Python could not be downloaded, in two tries: the server answered 503.',
    remedy: 'Check your network connection and run it again.',
  });
  expect(fetched).toHaveBeenCalledTimes(2);
  fetched.mockReset().mockImplementation(status(404));
  await expect(fetchWhole('python', 'Python')).rejects.toThrow('the server answered 404.');
  expect(fetched).toHaveBeenCalledTimes(1);
});
