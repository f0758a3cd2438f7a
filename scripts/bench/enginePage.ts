import path from 'node:path';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { assembly } from '../site/assembly.ts';
import { serve } from '../site/serve.ts';
import type { Bench } from './page/page.ts';
import type { PictureSample, PictureWork } from './page/pictureProtocol.ts';
import type {
  BrowserCandidateName,
  Sample,
  TransformerCandidate,
  Workload,
} from './page/protocol.ts';

const source = path.join(import.meta.dirname, 'page');
const output = path.resolve(import.meta.dirname, '../../node_modules/.cache/bench');

declare const bench: Bench;

interface OpenCandidate {
  run(steps: number): Promise<Sample>;
  stop(): Promise<void>;
}

export interface EnginePage {
  /** Starts a candidate in a realm of its own, ready for its first step. */
  start(candidate: BrowserCandidateName, workload: Workload): Promise<OpenCandidate>;
  startTransformer(candidate: TransformerCandidate): Promise<OpenCandidate>;
  /** The same for one that answers what a picture shows; `runsOn` is what it computes on. */
  startPictures(work: Omit<PictureWork, 'files'>): Promise<{
    runsOn: string;
    answer(times: number): Promise<PictureSample>;
    stop(): Promise<void>;
  }>;
  /** Whether its browser computes on WebGPU, if only in software. */
  hasWebgpu(): Promise<boolean>;
  close(): Promise<void>;
}

/** Where a file must lie for the page's workers to fetch it, once the page is open. */
export const filesFolder = path.join(output, 'files');

/** Opens the page on which engines are compared, apart from the chapter. */
export async function openEnginePage(browser: Browser): Promise<EnginePage> {
  await (built ??= buildPage());
  const { url, close } = await serve(output, 0);
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window);
  const handle = (id: number): OpenCandidate => ({
    run: (steps) => page.evaluate(([to, count]) => bench.run(to, count), [id, steps] as const),
    stop: () => page.evaluate((to) => bench.stop(to), id),
  });
  return {
    async start(candidate, workload) {
      const asked = [candidate, workload] as const;
      return handle(await page.evaluate(([name, what]) => bench.start(name, what), asked));
    },
    async startTransformer(candidate) {
      return handle(await page.evaluate((what) => bench.startTransformer(what), candidate));
    },
    async startPictures(work) {
      const given: PictureWork = { ...work, files: new URL('files/', url).href };
      const { id, runsOn } = await page.evaluate((what) => bench.startPictures(what), given);
      return {
        runsOn,
        answer: (times) =>
          page.evaluate(([to, count]) => bench.answer(to, count), [id, times] as const),
        stop: () => page.evaluate((to) => bench.stop(to), id),
      };
    },
    hasWebgpu: () =>
      page.evaluate(async () => {
        type Gpu = { requestAdapter(wish?: object): Promise<object | null> };
        const { gpu } = navigator as { gpu?: Gpu };
        // The first answer after a browser's start may be none.
        const adapter =
          (await gpu?.requestAdapter()) ??
          (await gpu?.requestAdapter({ powerPreference: 'high-performance' }));
        return Boolean(adapter);
      }),
    async close() {
      await page.close();
      await close();
    },
  };
}

/** Once a run of the benchmark. */
let built: Promise<unknown> | undefined;

function buildPage(): Promise<unknown> {
  return build({
    root: source,
    base: './',
    configFile: false,
    publicDir: false,
    plugins: [assembly()],
    worker: { format: 'es' },
    build: { target: 'es2022', outDir: output, emptyOutDir: true, assetsInlineLimit: 0 },
    logLevel: 'error',
  });
}
