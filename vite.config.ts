import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { assembly } from './scripts/site/assembly.ts';
import { chromiumArgs, findChromium } from './scripts/browsers/chromium.ts';
import { lessons } from './scripts/site/mdx.ts';
import { devPages } from './scripts/site/pages.ts';

const executablePath = findChromium();
/** An experiment that is tested on every backend. */
const onBackends = 'tests/experiments/lesionStudy.test.ts';

export default defineConfig({
  base: './',
  plugins: [assembly(), lessons(), react({ include: /\.(mdx|tsx)$/ }), devPages()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Of interest to whoever speeds the build up, not to whoever starts the chapter.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  worker: { format: 'es', rolldownOptions: { checks: { pluginTimings: false } } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/{browser,nn,models,kernels,inference}/**', onBackends],
        },
      },
      {
        // The built page in a real Chromium, as a reader would use it.
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/serveSite.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        // The networks and kernels on every backend: WebGL needs a browser.
        extends: true,
        optimizeDeps: {
          include: [
            '@tensorflow/tfjs-core',
            '@tensorflow/tfjs-backend-webgl',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-cpu',
          ],
        },
        test: {
          name: 'engine',
          include: ['tests/{nn,models,kernels,inference}/**/*.test.ts', onBackends],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArgs },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
