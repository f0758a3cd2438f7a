import os from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { assembly } from './scripts/site/assembly.ts';
import { chromiumArgs, findChromium, webgpuArgs } from './scripts/browsers/chromium.ts';
import { baseline } from './scripts/lint/baseline.ts';
import { bundlerChecks } from './scripts/site/bundlerChecks.ts';
import { exercisePrograms } from './scripts/site/exercisePrograms.ts';
import { lessons } from './scripts/site/mdx.ts';
import { listingPrograms } from './scripts/site/listingPrograms.ts';
import { devPages } from './scripts/site/pages.ts';
import { presentedStyles } from './scripts/site/presentedStyles.ts';
import { pythonParts } from './scripts/site/pythonParts.ts';
import { LongestFirst } from './tests/longestFirst.ts';
import { patience } from './tests/patience.ts';

const executablePath = findChromium();
/** Outside those folders, but on the shipped weights, which want WebAssembly. */
const onWasm = 'tests/experiments/lesionStudy.test.ts';

export default defineConfig({
  base: './',
  plugins: [
    assembly(),
    lessons(),
    react({ include: /\.(mdx|tsx)$/ }),
    devPages(),
    pythonParts(),
    listingPrograms(),
    exercisePrograms(),
  ],
  css: { postcss: { plugins: [presentedStyles()] } },
  build: {
    target: Object.entries(baseline).map(([browser, version]) => `${browser}${version}`),
    assetsInlineLimit: 0,
    rolldownOptions: { checks: bundlerChecks },
  },
  worker: { format: 'es', rolldownOptions: { checks: bundlerChecks } },
  test: {
    // A test that expects nothing proves nothing.
    expect: { requireAssertions: true, poll: { timeout: patience } },
    // No test is about time: what takes a second here takes minutes on a slow and busy machine.
    testTimeout: 2 * patience,
    hookTimeout: patience,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          maxWorkers: '100%',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/{browser,nn,models,kernels,inference}/**', onWasm],
        },
      },
      {
        // The built page in a real Chromium, as a reader would use it.
        extends: true,
        test: {
          name: 'reading',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/serveSite.ts', 'tests/browser/serveGallery.ts'],
          setupFiles: 'tests/browser/endVisits.ts',
          // Files share a browser and its pages: starting them anew took longer than most tests.
          isolate: false,
          // One more than there are cores: readers, and so these tests, often wait.
          maxWorkers: os.availableParallelism() + 1,
          // Chromium draws in software here: beside other work it may starve. What fails twice is broken.
          retry: 1,
        },
      },
      {
        // The networks and kernels on every backend: WebGL needs a browser.
        extends: true,
        optimizeDeps: {
          include: [
            '@tensorflow/tfjs-core',
            '@tensorflow/tfjs-backend-webgl',
            '@tensorflow/tfjs-backend-webgpu',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-cpu',
          ],
        },
        test: {
          name: 'engine',
          include: ['tests/{nn,models,kernels,inference}/**/*.test.ts', onWasm],
          // Files share a page, its backends and their compiled programs, which took a third of the time.
          isolate: false,
          // As the pages: it computes on the same software's GPU.
          retry: 1,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                args: [
                  ...chromiumArgs,
                  // Shared memory without the headers that the tests' own server doesn't send.
                  '--enable-features=SharedArrayBuffer',
                  ...webgpuArgs,
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
