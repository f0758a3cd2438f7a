import { afterEach, expect, test, vi } from 'vitest';
import { createKeeper } from '../../../src/workers/offline/keepFiles.ts';

const scope = 'https://site.example/chapter/';
const files = ['assets/a.js', 'assets/b.js', 'assets/c.js'].map((path) => ({
  ...{ path, bytes: 1, part: 'chapter' },
}));

afterEach(() => vi.unstubAllGlobals());

/** A site whose files come when `arrive` says so, and a browser's cache of it. */
function fakeSite() {
  const kept = new Map<string, Response>();
  vi.stubGlobal('caches', {
    open: async () => ({
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      match: async (url: string) => kept.get(url)?.clone(),
      put: async (url: string, response: Response) => void kept.set(url, response),
    }),
  });
  const asked: string[] = [];
  let arrive = () => {};
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.endsWith('.json')) return new Response(JSON.stringify({ version: '1', files }));
    asked.push(url.slice(scope.length));
    await new Promise<void>((resolve) => (arrive = resolve));
    return new Response('', { headers: { 'Content-Type': 'text/javascript' } });
  });
  const scripts = () =>
    [...kept.keys()].map((url) => url.slice(scope.length)).filter((path) => path.endsWith('.js'));
  return { asked, scripts, arrive: () => arrive() };
}

test('what a page may ask for is kept, one file after the other', async () => {
  const { asked, scripts, arrive } = fakeSite();
  const keeping = createKeeper(scope, '1').keep([], true);
  for (const [i, { path }] of files.entries()) {
    await vi.waitFor(() => expect(asked).toHaveLength(i + 1));
    expect(asked[i]).toBe(path);
    arrive();
  }
  await keeping;
  expect(scripts()).toEqual(files.map(({ path }) => path));
});

test('after a stop nothing comes that was asked for before, and later pages are kept as ever', async () => {
  const { asked, scripts, arrive } = fakeSite();
  const keeper = createKeeper(scope, '1');
  const keeping = keeper.keep([], true);
  const refused = expect(keeping).rejects.toThrow('abort');
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const stopping = keeper.stop();
  arrive();
  await stopping;
  await refused;
  expect(asked).toHaveLength(1);
  expect(scripts()).toEqual([]);

  const again = keeper.keep([`${scope}assets/b.js`], false);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  arrive();
  await again;
  expect(scripts()).toEqual(['assets/b.js']);
});
