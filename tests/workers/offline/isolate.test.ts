import { expect, test } from 'vitest';
import { isolation } from '../../../src/contract/isolation.ts';
import { isolate } from '../../../src/workers/offline/isolate.ts';

const navigation = { mode: 'navigate', destination: 'document' } as const;
const frame = { mode: 'navigate', destination: 'iframe' } as const;
const worker = { mode: 'same-origin', destination: 'worker' } as const;

/** What a host answers, with what a test's own answers cannot have. */
const answer = (init: ResponseInit = {}, of: Partial<Response> = {}) =>
  Object.defineProperties(
    new Response('A lesson', init),
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, { value }])),
  );

const sent = ({ headers }: Response) => Object.keys(isolation).map((name) => headers.get(name));

test.each([navigation, frame, worker])('pages and workers are isolated: %o', async (request) => {
  const headers = { 'Content-Type': 'text/html', ETag: '"1"' };
  for (const type of ['basic', 'default'] as const) {
    const isolated = isolate(request, answer({ headers }, { type }));
    expect(sent(isolated)).toEqual(Object.values(isolation));
    expect(isolated.headers.get('Content-Type')).toBe('text/html');
    expect(isolated.headers.get('ETag')).toBe('"1"');
    expect(await isolated.text()).toBe('A lesson');
  }
});

test('what the host sends itself stays', () => {
  const own = {
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Cross-Origin-Embedder-Policy': 'credentialless',
    'Cross-Origin-Resource-Policy': 'same-site',
  };
  const all = answer({ headers: own });
  expect(isolate(navigation, all)).toBe(all);
  const [[name, value], ...rest] = Object.entries(own) as [[string, string]];
  expect(rest).toHaveLength(2);
  expect(sent(isolate(navigation, answer({ headers: { [name]: value } })))).toEqual([
    value,
    ...Object.values(isolation).slice(1),
  ]);
});

test('the status stays, also of a page that is not there and of an answer without a body', () => {
  const missing = isolate(navigation, answer({ status: 404, statusText: 'Gone fishing' }));
  expect([missing.status, missing.statusText]).toEqual([404, 'Gone fishing']);
  expect(sent(missing)).toEqual(Object.values(isolation));
  const unchanged = isolate(navigation, new Response(null, { status: 304 }));
  expect([unchanged.status, unchanged.body]).toEqual([304, null]);
  const headers = { 'Content-Range': 'bytes 0-7/9' };
  const part = isolate(worker, answer({ status: 206, headers }));
  expect([part.status, part.headers.get('Content-Range')]).toEqual([206, 'bytes 0-7/9']);
});

test('a page is passed on as it comes', async () => {
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('The first paragraph'));
      end = () => controller.close();
    },
  });
  const reader = isolate(navigation, new Response(body)).body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('The first paragraph');
  end();
  expect((await reader.read()).done).toBe(true);
});

test.each([
  ['a redirection', answer({}, { type: 'opaqueredirect', status: 0 })],
  ['what was redirected', answer({}, { type: 'basic', redirected: true })],
  ['what cannot be read', answer({}, { type: 'opaque', status: 0 })],
  ['what another site lets us read', answer({}, { type: 'cors' })],
  ['an error', Response.error()],
])('%s is passed on untouched', (_, response) => {
  expect(isolate(navigation, response)).toBe(response);
  expect(isolate(worker, response)).toBe(response);
});

test.each(['script', 'style', 'image', 'font', ''] as const)(
  'what a page loads besides, a “%s”, is passed on untouched',
  (destination) => {
    const response = answer();
    expect(isolate({ mode: 'cors', destination }, response)).toBe(response);
  },
);

test.each([
  ["default-src 'self'", false],
  ["img-src 'self'; script-src 'self'", false],
  ["frame-ancestors 'self'; upgrade-insecure-requests", true],
])('where the host has a policy %s, its pages are isolated: %s', (policy, isIsolated) => {
  const headers = { 'Content-Security-Policy': policy };
  expect(sent(isolate(navigation, answer({ headers })))).toEqual(
    Object.values(isolation).map((value) => (isIsolated ? value : null)),
  );
  expect(sent(isolate(worker, answer({ headers })))).toEqual(Object.values(isolation));
});
